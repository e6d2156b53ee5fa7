package dev.orderbackbone.operator.verify.source;

import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What an administrator may ask a cluster about partitions and positions; nothing is changed. */
final class Cluster implements AutoCloseable {
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(20);

    private final Admin admin;

    Cluster(Map<String, Object> clientProperties) {
        this.admin = Admin.create(clientProperties);
    }

    @Override
    public void close() {
        admin.close();
    }

    /** How many partitions each topic has; those that do not exist are left out. */
    Map<String, Integer> partitionsOf(Collection<String> topics) throws InterruptedException {
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
    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) throws InterruptedException {
        return offsets(partitions, OffsetSpec.earliest());
    }

    /** The offset after the last committed record of each partition. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) throws InterruptedException {
        return offsets(partitions, OffsetSpec.latest());
    }

    /**
     * A group's positions in these partitions; one that it has none in is left out. A position that a transaction is about to commit is waited for:
     * the client drops such a partition from its answer without a word, so that only what was asked for by name can be missed.
     *
     * @throws IllegalStateException if a transaction neither commits nor aborts for too long.
     */
    Map<TopicPartition, Long> positionsOf(String group, Collection<TopicPartition> partitions)
            throws InterruptedException {
        long started = System.nanoTime();
        while (true) {
            Map<TopicPartition, OffsetAndMetadata> stored = storedPositions(group, partitions);
            List<TopicPartition> open = partitions.stream()
                    .filter(partition -> !stored.containsKey(partition))
                    .toList();
            if (open.isEmpty()) {
                Map<TopicPartition, Long> positions = new HashMap<>();
                stored.forEach((partition, offset) -> {
                    if (offset != null) {
                        positions.put(partition, offset.offset());
                    }
                });
                return positions;
            }
            if (System.nanoTime() - started > LONGEST_TRANSACTION.toNanos()) {
                throw new IllegalStateException("a transaction on the positions of " + group + " in " + open
                        + " is open for more than " + LONGEST_TRANSACTION.toSeconds() + " s");
            }
            Thread.sleep(BETWEEN_QUESTIONS);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> storedPositions(String group, Collection<TopicPartition> partitions)
            throws InterruptedException {
        try {
            return get(admin.listConsumerGroupOffsets(
                            Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)),
                            new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata(group));
        } catch (GroupIdNotFoundException none) {
            Map<TopicPartition, OffsetAndMetadata> nothing = new HashMap<>();
            partitions.forEach(partition -> nothing.put(partition, null));
            return nothing;
        }
    }

    /** All partitions of a topic. */
    static Stream<TopicPartition> partitionsOf(String topic, int count) {
        return IntStream.range(0, count).mapToObj(partition -> new TopicPartition(topic, partition));
    }

    /** The names of all topics of the catalogue. */
    static List<String> catalogue() {
        return Topics.ALL.stream().map(Topic::name).toList();
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                get(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }
}
