package dev.orderbackbone.projection.flow;

import dev.orderbackbone.projection.config.ProjectionSettings;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The partitions of one projector. Used by one thread; {@link #wakeup} alone may be called by another. */
final class LogReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private Map<TopicPartition, Long> limits = Map.of();

    private LogReader(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    static LogReader open(KafkaSettings kafka, String clientId, ProjectionSettings settings) {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A position that the log does not hold any more is for a person to see, not to be skipped over.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.mostRecords());
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, settings.enoughBytes());
        properties.put(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) settings.linger().toMillis());
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return new LogReader(new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /**
     * Assigns to this reader its share of the partitions of all topics: of each, those whose number modulo {@code readers} is {@code reader}.
     *
     * @return the partitions, with the first offset that each holds.
     * @throws KafkaException if a topic is missing or the broker does not answer.
     */
    Map<TopicPartition, Long> assign(List<Topic> topics, int reader, int readers) {
        Set<TopicPartition> partitions = new HashSet<>();
        for (Topic topic : topics) {
            for (PartitionInfo partition : partitionsOf(topic)) {
                if (partition.partition() % readers == reader) {
                    partitions.add(new TopicPartition(topic.name(), partition.partition()));
                }
            }
        }
        return assign(partitions);
    }

    /**
     * Assigns these partitions to this reader.
     *
     * @return the partitions, with the first offset that each holds.
     * @throws KafkaException if the broker does not answer.
     */
    Map<TopicPartition, Long> assign(Set<TopicPartition> partitions) {
        consumer.assign(partitions);
        return consumer.beginningOffsets(partitions);
    }

    private List<PartitionInfo> partitionsOf(Topic topic) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic.name(), PATIENCE);
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException(
                    topic.name() + " is missing (topics are created by the deployment)");
        }
        return partitions;
    }

    void seek(Map<TopicPartition, Long> positions) {
        positions.forEach(consumer::seek);
    }

    /** Reads no further than these offsets from now on: records that stand there or beyond are left for later. */
    void readUpTo(Map<TopicPartition, Long> offsets) {
        limits = Map.copyOf(offsets);
        consumer.resume(consumer.paused());
        holdAtLimits();
    }

    /** Whether everything before the limits is read. */
    boolean isAtLimits() {
        return consumer.paused().containsAll(limits.keySet());
    }

    /**
     * The next records; none where there are none within the time.
     *
     * @throws org.apache.kafka.clients.consumer.InvalidOffsetException if the log does not hold a position.
     * @throws org.apache.kafka.common.errors.WakeupException after {@link #wakeup}.
     */
    ConsumerRecords<byte[], byte[]> read(Duration patience) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(patience);
        return limits.isEmpty() ? records : withinLimits(records);
    }

    private ConsumerRecords<byte[], byte[]> withinLimits(ConsumerRecords<byte[], byte[]> records) {
        holdAtLimits();
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> within = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            long limit = limits.getOrDefault(partition, Long.MAX_VALUE);
            List<ConsumerRecord<byte[], byte[]>> before = records.records(partition).stream()
                    .filter(record -> record.offset() < limit)
                    .toList();
            if (!before.isEmpty()) {
                within.put(partition, before);
            }
        }
        return new ConsumerRecords<>(within, records.nextOffsets());
    }

    private void holdAtLimits() {
        limits.forEach((partition, limit) -> {
            long position = consumer.position(partition);
            if (position > limit) {
                consumer.seek(partition, limit);
            }
            if (position >= limit) {
                consumer.pause(Set.of(partition));
            }
        });
    }

    /** Offset of the next record that {@link #read} would return. It can be ahead of the last one returned: markers of transactions are passed. */
    long position(TopicPartition partition) {
        return consumer.position(partition);
    }

    Set<TopicPartition> partitions() {
        return consumer.assignment();
    }

    /** Where the committed log ends now, by partition; nothing where the broker does not say. */
    Map<TopicPartition, Long> ends() {
        try {
            return consumer.endOffsets(consumer.assignment(), Duration.ofSeconds(2));
        } catch (TimeoutException silence) {
            return Map.of();
        }
    }

    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() throws KafkaException {
        consumer.close();
    }
}
