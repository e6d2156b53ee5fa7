package dev.orderbackbone.operator.groups;

import static java.util.Comparator.comparing;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.change.Plan.Part;
import dev.orderbackbone.operator.log.Cluster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Lets a group that is not the backbone's own go on somewhere else. */
final class GroupReset implements Change {
    static final String READ_AGAIN = "read again";
    static final String SKIPPED = "skipped";

    private final GroupAdmin admin;
    private final String bootstrapServers;
    private final String name;
    private final Target target;
    private final @Nullable Place place;
    private Map<TopicPartition, Long> before = Map.of();
    private Map<TopicPartition, Long> wanted = Map.of();

    /**
     * A reset.
     *
     * @param place only there; null for all partitions that the group has a position in.
     */
    GroupReset(GroupAdmin admin, String bootstrapServers, String name, Target target, @Nullable Place place) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
        this.name = name;
        this.target = target;
        this.place = place;
    }

    /**
     * A topic, or one partition of it.
     *
     * @param partition −1 for all.
     */
    record Place(String topic, int partition) {
        static final int ALL = -1;

        @Override
        public String toString() {
            return partition == ALL ? topic : topic + ":" + partition;
        }
    }

    @Override
    public String command() {
        return "groups reset";
    }

    @Override
    public String target() {
        return "group " + name;
    }

    @Override
    public Plan plan() throws InterruptedException {
        requireThatItMay();
        before = admin.positionsOf(name);
        wanted = new TreeMap<>(comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        wanted.putAll(target.in(admin.cluster(), partitions()));
        List<Part> parts = new ArrayList<>();
        wanted.forEach((partition, offset) -> {
            Long from = before.get(partition);
            if (from == null || !from.equals(offset)) {
                boolean isBack = from == null || offset < from;
                long offsets = from == null ? 0 : Math.abs(offset - from);
                parts.add(new Part(
                        partition.topic(), partition.partition(), isBack ? READ_AGAIN : SKIPPED, offsets, null, null));
            }
        });
        if (parts.isEmpty()) {
            throw new CommandFailure("group " + name + " stands there already: nothing would change");
        }
        return new Plan(
                "let group " + name + " go on at: "
                        + wanted.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + from(entry.getKey()) + " → " + entry.getValue())
                                .collect(Collectors.joining(", ")),
                parts,
                new TreeSet<>(),
                Optional.empty(),
                List.of(
                        "the counts are offsets: markers of transactions have some too",
                        "with Kafka's own tool: " + equivalent()));
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        progress.at("partitions", 0, wanted.size());
        admin.set(name, wanted);
        progress.at("partitions", wanted.size(), wanted.size());
        Map<TopicPartition, Long> after = admin.positionsOf(name);
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        counts.put("partitions set", (long) wanted.size());
        plan.parts().forEach(part -> counts.merge("offsets to be " + part.type(), part.records(), Long::sum));
        List<String> faults = wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(after.get(entry.getKey())))
                .map(entry ->
                        entry.getKey() + " stands at " + after.get(entry.getKey()) + ", not at " + entry.getValue())
                .toList();
        return new Outcome(counts, faults);
    }

    private void requireThatItMay() throws InterruptedException {
        Ownership ownership = Ownership.of(name);
        if (ownership != Ownership.OTHER) {
            throw new CommandFailure("the position of " + name + " must not be set: " + ownership.whyNot());
        }
        Group group = admin.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        "there is no group " + name + "; './backbone groups list' tells which there are"));
        if (!group.members().isEmpty()) {
            throw new CommandFailure(
                    "group " + name + " is active, end its members first: " + String.join(", ", group.members()));
        }
    }

    private List<TopicPartition> partitions() throws InterruptedException {
        if (place == null) {
            if (before.isEmpty()) {
                throw new CommandFailure(
                        "group " + name + " has no positions; say with --topic where it is to have some");
            }
            return List.copyOf(before.keySet());
        }
        int count = admin.cluster().partitionsOf(List.of(place.topic())).getOrDefault(place.topic(), 0);
        if (count == 0) {
            throw new CommandFailure("there is no topic " + place.topic());
        }
        if (place.partition() >= count) {
            throw new CommandFailure(
                    place.topic() + " has partitions 0 to " + (count - 1) + ", but not " + place.partition());
        }
        return place.partition() == Place.ALL
                ? Cluster.partitionsOf(place.topic(), count).toList()
                : List.of(new TopicPartition(place.topic(), place.partition()));
    }

    private String from(TopicPartition partition) {
        Long offset = before.get(partition);
        return offset == null ? "nowhere" : offset.toString();
    }

    private String equivalent() {
        return "kafka-consumer-groups.sh --bootstrap-server " + bootstrapServers + " --group " + name
                + " --reset-offsets " + target.option()
                + (place == null ? " --all-topics" : " --topic " + place) + " --execute";
    }
}
