package dev.orderbackbone.operator.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed records between two offsets of each partition, without a group. Thread-safe: each reading has a consumer of its own. */
public final class LogReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
    private static final int RECORDS_PER_POLL = 20_000;
    private static final int PARTITION_BYTES = 4 << 20;
    private static final int FETCH_BYTES = 32 << 20;

    /** What is read is there already; and closing a consumer waits for a fetch that is under way. */
    private static final int FETCH_WAIT_MS = 100;

    private final Map<String, Object> properties;

    /** With what every client starts from. */
    public LogReader(Map<String, Object> clientProperties) {
        properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
    }

    /**
     * Reads.
     *
     * @param from first offset of each partition.
     * @param to offset after the last one of each; records that come to stand there meanwhile are left out.
     * @throws IllegalStateException if nothing comes for too long.
     */
    public void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Set<TopicPartition> open = new HashSet<>();
        to.forEach((partition, end) -> {
            if (from.getOrDefault(partition, 0L) < end) {
                open.add(partition);
            }
        });
        if (open.isEmpty()) {
            return;
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(open);
            open.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
            long lastProgress = System.nanoTime();
            while (!open.isEmpty()) {
                boolean isAny = poll(consumer, to, reader);
                boolean isAnyAtItsEnd = close(consumer, open, to);
                if (isAny || isAnyAtItsEnd) {
                    lastProgress = System.nanoTime();
                } else if (System.nanoTime() - lastProgress > LONGEST_SILENCE.toNanos()) {
                    throw new IllegalStateException(
                            "no record of " + open + " came for " + LONGEST_SILENCE.toSeconds() + " s");
                }
            }
        }
    }

    private static boolean poll(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> to,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        boolean any = false;
        var records = consumer.poll(POLL);
        for (TopicPartition partition : records.partitions()) {
            long end = to.getOrDefault(partition, 0L);
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                any = true;
                if (record.offset() < end) {
                    reader.accept(record);
                }
            }
        }
        return any;
    }

    /** Markers of transactions have offsets and are no records: only the position tells when the end is reached. */
    private static boolean close(
            KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> open, Map<TopicPartition, Long> to) {
        List<TopicPartition> ended = open.stream()
                .filter(partition -> consumer.position(partition) >= to.getOrDefault(partition, 0L))
                .toList();
        pause(consumer, ended);
        ended.forEach(open::remove);
        return !ended.isEmpty();
    }

    private static void pause(KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            consumer.pause(partitions);
        }
    }
}
