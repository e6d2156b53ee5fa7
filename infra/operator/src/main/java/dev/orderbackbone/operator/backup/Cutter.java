package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.backup.Manifest.GroupEntry;
import dev.orderbackbone.operator.backup.Manifest.PositionEntry;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.Cluster.Ends;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes the cut: positions, states and what was written of all services, as of one moment. It is proved twice that nothing moved meanwhile: every
 * member of the services' groups said that it had no transaction open from before the first question to after the last; and no partition that
 * only services write to had an open transaction.
 */
final class Cutter {
    /** A process that died is a member for ten seconds. */
    static final Duration MEMBERS_PATIENCE = Duration.ofSeconds(20);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration MARKERS_PATIENCE = Duration.ofSeconds(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    /** Of tools that are changing something at this moment. */
    private static final String OPERATIONS = "backbone-operation.";

    private final Admin admin;
    private final Cluster cluster;
    private final List<URI> services;
    private final Clock clock;
    private final Duration patience;

    /**
     * Of a cluster.
     *
     * @param services management addresses of all processes.
     * @param patience with members that do not stand still.
     */
    Cutter(Admin admin, Cluster cluster, List<URI> services, Clock clock, Duration patience) {
        this.admin = admin;
        this.cluster = cluster;
        this.services = List.copyOf(services);
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Makes it.
     *
     * @throws CommandFailure if not all services can be made to stand still; names those members.
     */
    Cut cut(Collection<TopicPartition> partitions) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Standstills standstills = Standstills.of(services)) {
                rehearse(partitions, standstills);
                long began = System.nanoTime();
                standstills.begin();
                standstills.awaitStill();
                List<String> others = standstills.whoDoesNot(cluster);
                Optional<Cut> cut = others.isEmpty() ? take(partitions, standstills, began) : Optional.empty();
                if (cut.isPresent()) {
                    return cut.get();
                }
                if (System.nanoTime() - deadline > 0) {
                    throw refusal(others, standstills.unreached());
                }
            }
            Thread.sleep(BETWEEN_ATTEMPTS);
        }
    }

    /** Asks everything once while nobody waits: later answers come sooner. */
    private void rehearse(Collection<TopicPartition> partitions, Standstills standstills) throws InterruptedException {
        List<String> _ = standstills.whoDoesNot(cluster);
        List<GroupEntry> _ = groups(Set.copyOf(partitions));
        Ends _ = cluster.bothEnds(partitions);
    }

    /** Empty if the standstill ended too early, or somebody came into a group meanwhile. */
    private Optional<Cut> take(Collection<TopicPartition> partitions, Standstills standstills, long began)
            throws InterruptedException {
        boolean isAnybodyThere = standstills.isAnyHeld();
        Instant at = clock.instant();
        // Positions first: what they say was done is in the log by then, and none of them stands beyond its end.
        List<GroupEntry> groups = groups(Set.copyOf(partitions));
        Map<TopicPartition, Long> ends = ends(partitions);
        boolean isAlone = standstills.whoDoesNot(cluster).isEmpty();
        boolean hasLasted = standstills.end();
        Duration standstill = isAnybodyThere ? Duration.ofNanos(System.nanoTime() - began) : Duration.ZERO;
        return isAlone && hasLasted ? Optional.of(new Cut(at, ends, groups, standstill)) : Optional.empty();
    }

    /**
     * Markers of the last transactions may still be on their way. To the intake others write as well, in transactions of their own: what is open of
     * them is not in the log yet.
     */
    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) throws InterruptedException {
        Set<String> ofOthers = Topics.ALL.stream()
                .filter(topic -> topic.writers().contains(Topics.STOREFRONTS))
                .map(Topic::name)
                .collect(Collectors.toSet());
        long deadline = System.nanoTime() + MARKERS_PATIENCE.toNanos();
        while (true) {
            Ends ends = cluster.bothEnds(partitions);
            Map<TopicPartition, Long> committed = ends.committed();
            List<TopicPartition> open = partitions.stream()
                    .filter(partition -> !ofOthers.contains(partition.topic()))
                    .filter(partition ->
                            committed.getOrDefault(partition, 0L) < ends.all().getOrDefault(partition, 0L))
                    .toList();
            if (open.isEmpty()) {
                return committed;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new CommandFailure(
                        "a transaction is open in " + open
                                + ", though all services stand still: that of a process that died ends by itself after 10 s; then try again");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private List<GroupEntry> groups(Set<TopicPartition> partitions) throws InterruptedException {
        Map<String, List<TopicPartition>> inputs = new HashMap<>();
        for (Consumer service : Inventory.deciders()) {
            inputs.put(
                    service.name(),
                    partitions.stream()
                            .filter(partition -> isInput(service, partition.topic()))
                            .toList());
        }
        Map<String, Map<TopicPartition, OffsetAndMetadata>> marks = new TreeMap<>(cluster.marksOf(inputs));
        marks.putAll(cluster.allMarksOf(otherGroups()));
        List<GroupEntry> groups = new ArrayList<>();
        marks.forEach((group, all) -> {
            Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>(all);
            known.keySet().retainAll(partitions);
            known.values().removeIf(mark -> mark == null);
            if (!known.isEmpty()) {
                groups.add(new GroupEntry(group, positions(known)));
            }
        });
        return groups;
    }

    private List<String> otherGroups() throws InterruptedException {
        Set<String> deciders = Inventory.deciders().stream().map(Consumer::name).collect(Collectors.toSet());
        return Cluster.get(admin.listGroups().all()).stream()
                .filter(group ->
                        group.type().filter(type -> type == GroupType.SHARE).isEmpty())
                .map(GroupListing::groupId)
                .filter(group -> !deciders.contains(group) && !group.startsWith(OPERATIONS))
                .toList();
    }

    private static boolean isInput(Consumer service, String topic) {
        return service.inputs().stream().anyMatch(input -> input.name().equals(topic));
    }

    private static List<PositionEntry> positions(Map<TopicPartition, OffsetAndMetadata> marks) {
        return marks.entrySet().stream()
                .map(mark -> new PositionEntry(
                        mark.getKey().topic(),
                        mark.getKey().partition(),
                        mark.getValue().offset(),
                        mark.getValue().metadata()))
                .sorted(Comparator.comparing(PositionEntry::topic).thenComparingInt(PositionEntry::partition))
                .toList();
    }

    private static CommandFailure refusal(List<String> others, List<String> unreached) {
        if (others.isEmpty()) {
            return new CommandFailure(
                    "the services did not stand still for long enough; nothing was written down: try again");
        }
        return new CommandFailure(
                "not all of the services can be made to stand still, so no consistent cut can be made: "
                        + String.join(", ", others)
                        + "; name the addresses of all processes with --services or SERVICES_URLS"
                        + (unreached.isEmpty() ? "" : "; not reached: " + String.join(", ", unreached)));
    }
}
