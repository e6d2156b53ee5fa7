package dev.orderbackbone.operator.log;

import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What an administrator may ask a cluster about partitions and positions; nothing is changed. */
public final class Cluster implements AutoCloseable {
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(20);

    private final Admin admin;

    /** Connects; to be closed. */
    public Cluster(Map<String, Object> clientProperties) {
        this.admin = Admin.create(clientProperties);
    }

    @Override
    public void close() {
        admin.close();
    }

    /** How many partitions each topic has; those that do not exist are left out. */
    public Map<String, Integer> partitionsOf(Collection<String> topics) throws InterruptedException {
        TreeSet<String> existing = new TreeSet<>(get(admin.listTopics().names()));
        existing.retainAll(topics);
        Map<String, Integer> partitions = new TreeMap<>();
        Map<String, TopicDescription> descriptions =
                get(admin.describeTopics(existing).allTopicNames());
        descriptions.forEach((name, description) ->
                partitions.put(name, description.partitions().size()));
        return partitions;
    }

    /** The first offset that is left of each partition. */
    public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) throws InterruptedException {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /** The first offset of each partition whose record is of that time or later; the end where there is none. */
    public Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions, Instant time)
            throws InterruptedException {
        Map<TopicPartition, Long> starts = ends(partitions);
        offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli())).forEach((partition, offset) -> {
            if (offset >= 0) {
                starts.put(partition, offset);
            }
        });
        return starts;
    }

    /** The offset after the last committed record of each partition. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) throws InterruptedException {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** The offset after the last record of each partition, whether it is committed or not. */
    public Map<TopicPartition, Long> uncommittedEnds(Collection<TopicPartition> partitions)
            throws InterruptedException {
        return offsetsIn(ask(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED));
    }

    /**
     * Where partitions end.
     *
     * @param committed the offset after the last committed record of each.
     * @param all the offset after the last record of each, whether it is committed or not.
     */
    public record Ends(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> all) {}

    /** Both ends, asked for at once. */
    public Ends bothEnds(Collection<TopicPartition> partitions) throws InterruptedException {
        ListOffsetsResult all = ask(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
        ListOffsetsResult committed = ask(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
        return new Ends(offsetsIn(committed), offsetsIn(all));
    }

    /**
     * A group's positions in these partitions; one that it has none in is left out. A position that a transaction is about to commit is waited for.
     *
     * @throws IllegalStateException if a transaction neither commits nor aborts for too long.
     */
    public Map<TopicPartition, Long> positionsOf(String group, Collection<TopicPartition> partitions)
            throws InterruptedException {
        return offsetsOf(marksOf(group, partitions));
    }

    /**
     * As {@link #positionsOf}, with the metadata that the group keeps; null where it has no position. The client drops a partition whose position is
     * about to be committed from its answer without a word, so that only what was asked for by name can be missed.
     *
     * @throws IllegalStateException if a transaction neither commits nor aborts for too long.
     */
    public Map<TopicPartition, OffsetAndMetadata> marksOf(String group, Collection<TopicPartition> partitions)
            throws InterruptedException {
        return marksOf(Map.of(group, partitions)).getOrDefault(group, Map.of());
    }

    /**
     * The same of several groups, asked for at once.
     *
     * @throws IllegalStateException if a transaction neither commits nor aborts for too long.
     */
    public Map<String, Map<TopicPartition, OffsetAndMetadata>> marksOf(
            Map<String, ? extends Collection<TopicPartition>> partitions) throws InterruptedException {
        long started = System.nanoTime();
        while (true) {
            Map<String, Map<TopicPartition, OffsetAndMetadata>> stored = storedPositions(partitions, true);
            Map<String, List<TopicPartition>> open = new TreeMap<>();
            partitions.forEach((group, asked) -> asked.stream()
                    .filter(partition -> !stored.getOrDefault(group, Map.of()).containsKey(partition))
                    .forEach(partition -> open.computeIfAbsent(group, none -> new ArrayList<>())
                            .add(partition)));
            if (open.isEmpty()) {
                return stored;
            }
            if (System.nanoTime() - started > LONGEST_TRANSACTION.toNanos()) {
                throw new IllegalStateException("a transaction on the positions of " + open + " is open for more than "
                        + LONGEST_TRANSACTION.toSeconds() + " s");
            }
            Thread.sleep(BETWEEN_QUESTIONS);
        }
    }

    /** All last committed positions of groups, with their metadata, asked for at once; without a wait for any that is about to be. */
    public Map<String, Map<TopicPartition, OffsetAndMetadata>> allMarksOf(Collection<String> groups)
            throws InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
        groups.forEach(group -> all.put(group, new ListConsumerGroupOffsetsSpec()));
        return stored(all, false);
    }

    /** A group's last committed positions in these partitions, without a wait for any that is about to be; one that it has none in is left out. */
    public Map<TopicPartition, Long> committedBy(String group, Collection<TopicPartition> partitions)
            throws InterruptedException {
        return offsetsOf(storedPositions(Map.of(group, partitions), false).getOrDefault(group, Map.of()));
    }

    /** One of a consumer group. */
    public record Member(String clientId, String host) {
        @Override
        public String toString() {
            return clientId + " (from " + host + ")";
        }
    }

    /** Who is in a group at this moment; nobody where there is no such group. */
    public List<Member> membersOf(String group) throws InterruptedException {
        return membersOf(List.of(group)).getOrDefault(group, List.of());
    }

    /** The same of several groups, asked for at once. */
    public SequencedMap<String, List<Member>> membersOf(List<String> groups) throws InterruptedException {
        Map<String, KafkaFuture<ConsumerGroupDescription>> asked =
                admin.describeConsumerGroups(groups).describedGroups();
        SequencedMap<String, List<Member>> members = new LinkedHashMap<>();
        for (String group : groups) {
            members.put(group, membersIn(Objects.requireNonNull(asked.get(group))));
        }
        return members;
    }

    private static List<Member> membersIn(KafkaFuture<ConsumerGroupDescription> asked) throws InterruptedException {
        try {
            return get(asked).members().stream()
                    .map(member -> new Member(member.clientId(), member.host().replaceFirst("^/", "")))
                    .toList();
        } catch (GroupIdNotFoundException none) {
            return List.of();
        }
    }

    private static Map<TopicPartition, Long> offsetsOf(Map<TopicPartition, OffsetAndMetadata> stored) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        stored.forEach((partition, offset) -> {
            if (offset != null) {
                positions.put(partition, offset.offset());
            }
        });
        return positions;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> storedPositions(
            Map<String, ? extends Collection<TopicPartition>> partitions, boolean isStableRequired)
            throws InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
        partitions.forEach((group, all) -> asked.put(group, new ListConsumerGroupOffsetsSpec().topicPartitions(all)));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> stored = stored(asked, isStableRequired);
        partitions.forEach((group, all) -> stored.computeIfAbsent(group, none -> nothingOf(all)));
        return stored;
    }

    /** A group that does not exist is left out. */
    private Map<String, Map<TopicPartition, OffsetAndMetadata>> stored(
            Map<String, ListConsumerGroupOffsetsSpec> asked, boolean isStableRequired) throws InterruptedException {
        ListConsumerGroupOffsetsResult answer = admin.listConsumerGroupOffsets(
                asked, new ListConsumerGroupOffsetsOptions().requireStable(isStableRequired));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> stored = new HashMap<>();
        for (String group : asked.keySet()) {
            try {
                stored.put(group, get(answer.partitionsToOffsetAndMetadata(group)));
            } catch (GroupIdNotFoundException none) {
                // it has no positions
            }
        }
        return stored;
    }

    private static Map<TopicPartition, OffsetAndMetadata> nothingOf(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> nothing = new HashMap<>();
        partitions.forEach(partition -> nothing.put(partition, null));
        return nothing;
    }

    /** All partitions of a topic. */
    public static Stream<TopicPartition> partitionsOf(String topic, int count) {
        return IntStream.range(0, count).mapToObj(partition -> new TopicPartition(topic, partition));
    }

    /** The names of all topics of the catalogue. */
    public static List<String> catalogue() {
        return Topics.ALL.stream().map(Topic::name).toList();
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException {
        return offsetsIn(ask(partitions, spec, IsolationLevel.READ_COMMITTED));
    }

    private ListOffsetsResult ask(Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        return admin.listOffsets(asked, new ListOffsetsOptions(isolation));
    }

    private static Map<TopicPartition, Long> offsetsIn(ListOffsetsResult answer) throws InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(answer.all()).forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /**
     * Waits for what an administrator asked.
     *
     * @throws KafkaException if that is refused, or fails.
     */
    public static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }
}
