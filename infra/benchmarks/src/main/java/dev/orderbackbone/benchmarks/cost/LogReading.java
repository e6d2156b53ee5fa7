package dev.orderbackbone.benchmarks.cost;

import dev.orderbackbone.benchmarks.BenchFailure;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * One bare consumer that read topics from their beginnings to their ends, committed records only.
 *
 * @param bytes of keys and values, not compressed.
 * @param seconds from the first request to the last record.
 */
public record LogReading(long records, long bytes, double seconds) {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FETCH_BYTES = 8 << 20;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    /** Reads, and does nothing with the records. */
    public static LogReading of(Map<String, Object> kafka, Collection<String> topics) {
        return of(kafka, topics, _ -> {});
    }

    /**
     * Reads.
     *
     * @param use what is done with each record, by the thread that reads.
     * @throws BenchFailure if nothing more comes before the ends.
     */
    public static LogReading of(
            Map<String, Object> kafka, Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> use) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long began = System.nanoTime();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, ends, use, began);
        }
    }

    /** Records per second. */
    public double rate() {
        return records / seconds;
    }

    /** 10^6 bytes per second. */
    public double megabytesPerSecond() {
        return bytes / BYTES_PER_MEGABYTE / seconds;
    }

    private static LogReading read(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> use,
            long began) {
        long records = 0;
        long bytes = 0;
        long last = began;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : polled) {
                use.accept(record);
                bytes += Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
            }
            records += polled.count();
            if (!polled.isEmpty()) {
                last = System.nanoTime();
            } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new BenchFailure("the log cannot be read to its end");
            }
        }
        return new LogReading(records, bytes, (last - began) / NANOS_PER_SECOND);
    }

    private static Map<String, Object> properties(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.MAX_VALUE);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        return properties;
    }
}
