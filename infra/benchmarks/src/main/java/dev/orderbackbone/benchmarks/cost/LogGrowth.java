package dev.orderbackbone.benchmarks.cost;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What was appended between two moments, topic by topic. The records are counted by reading them: offsets alone cannot tell them from markers. */
public final class LogGrowth {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<TopicPartition, Long> from = new HashMap<>();
    private final Map<TopicPartition, Long> to = new HashMap<>();
    private final Map<String, long[]> read = new HashMap<>();
    private final LogEnds before;
    private final LogEnds after;

    private LogGrowth(LogEnds before, LogEnds after) {
        this.before = before;
        this.after = after;
        after.offsets().forEach((partition, end) -> {
            long begin = before.offsets().getOrDefault(partition, 0L);
            if (begin < end) {
                from.put(partition, begin);
                to.put(partition, end);
            }
        });
    }

    /** All topics to which anything was appended, the largest first. */
    public static List<TopicCost> between(LogEnds before, LogEnds after, Map<String, Object> kafka) {
        LogGrowth growth = new LogGrowth(before, after);
        growth.read(kafka);
        return growth.costs();
    }

    private void read(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // The broker deletes what it no longer needs of its own topics, also between the two moments.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.MAX_VALUE);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (from.keySet().stream().anyMatch(partition -> consumer.position(partition) < end(partition))) {
                var records = consumer.poll(POLL);
                records.forEach(this::count);
                if (!records.isEmpty()) {
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the log cannot be read to its end");
                }
            }
        }
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < end(new TopicPartition(record.topic(), record.partition()))) {
            long[] counts = read.computeIfAbsent(record.topic(), topic -> new long[2]);
            counts[0]++;
            counts[1] += Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        }
    }

    private long end(TopicPartition partition) {
        return to.getOrDefault(partition, 0L);
    }

    private List<TopicCost> costs() {
        Map<String, Long> offsets = new TreeMap<>();
        Map<String, Long> bytes = new HashMap<>();
        to.forEach((partition, end) -> {
            offsets.merge(partition.topic(), end - from.getOrDefault(partition, 0L), Long::sum);
            bytes.merge(partition.topic(), sizeOf(after, partition) - sizeOf(before, partition), Long::sum);
        });
        return offsets.entrySet().stream()
                .map(topic -> {
                    long[] counts = read.getOrDefault(topic.getKey(), new long[2]);
                    return new TopicCost(
                            topic.getKey(),
                            counts[0],
                            topic.getValue() - counts[0],
                            bytes.getOrDefault(topic.getKey(), 0L),
                            counts[1]);
                })
                .sorted(Comparator.comparingLong(TopicCost::records).reversed())
                .toList();
    }

    private static long sizeOf(LogEnds ends, TopicPartition partition) {
        return ends.bytes().getOrDefault(partition, 0L);
    }
}
