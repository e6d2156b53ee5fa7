package dev.orderbackbone.operator.verify.source;

import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What an administrator may ask a cluster about partitions and positions; nothing is changed. */
final class Cluster implements AutoCloseable {
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

    /** A group's positions; a partition that it has none in is left out. */
    Map<TopicPartition, Long> positionsOf(String group) throws InterruptedException {
        // A position that a transaction is about to commit is waited for.
        ListConsumerGroupOffsetsOptions stable = new ListConsumerGroupOffsetsOptions().requireStable(true);
        Map<TopicPartition, Long> positions = new HashMap<>();
        try {
            Map<TopicPartition, OffsetAndMetadata> stored =
                    get(admin.listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()), stable)
                            .partitionsToOffsetAndMetadata(group));
            stored.forEach((partition, offset) -> {
                if (offset != null) {
                    positions.put(partition, offset.offset());
                }
            });
        } catch (GroupIdNotFoundException none) {
            return Map.of();
        }
        return positions;
    }

    /**
     * What a share group has left to do in a partition.
     *
     * @param start first offset that is not known to be done; the broker moves it up when it likes.
     * @param count how many offsets are not done, markers of transactions perhaps included; absent where the broker does not say.
     */
    record ShareLeft(long start, OptionalLong count) {
        /** Where the first of them stands at the earliest if they are the last ones. */
        long from(long end) {
            return count.isPresent() ? Math.max(start, end - count.getAsLong()) : start;
        }
    }

    /** What a share group has left to do; a partition that it has not begun is left out. */
    Map<TopicPartition, ShareLeft> leftOf(String group, Collection<TopicPartition> partitions)
            throws InterruptedException {
        Map<TopicPartition, ShareLeft> left = new HashMap<>();
        try {
            Map<TopicPartition, SharePartitionOffsetInfo> stored = get(admin.listShareGroupOffsets(
                            Map.of(group, new ListShareGroupOffsetsSpec().topicPartitions(partitions)))
                    .partitionsToOffsetInfo(group));
            stored.forEach((partition, info) -> {
                if (info != null) {
                    left.put(partition, new ShareLeft(info.startOffset(), countOf(info)));
                }
            });
        } catch (GroupIdNotFoundException none) {
            return Map.of();
        }
        return left;
    }

    private static OptionalLong countOf(SharePartitionOffsetInfo info) {
        return info.lag().filter(lag -> lag >= 0).map(OptionalLong::of).orElseGet(OptionalLong::empty);
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
