package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed on a topic, from its beginning on, and waits for what is to come. */
final class LogReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String keysBegin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    LogReader(KafkaSettings kafka, Topic topic, String keysBegin) {
        this.keysBegin = keysBegin;
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until there are so many. */
    List<ConsumerRecord<byte[], byte[]>> await(int count) {
        return await(read -> read.size() >= count, "at least " + count);
    }

    /** Waits until what is there is as wanted. */
    List<ConsumerRecord<byte[], byte[]>> await(
            Predicate<List<ConsumerRecord<byte[], byte[]>>> wanted, String description) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!wanted.test(records)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("waited for " + description + ", got " + records.size());
            }
            poll(Duration.ofMillis(50));
        }
        return List.copyOf(records);
    }

    List<Message> awaitMessages(int count) {
        return await(count).stream()
                .map(record -> CallLog.DESERIALIZER.deserialize(record.value()))
                .toList();
    }

    /** Everything that is there by now. */
    List<ConsumerRecord<byte[], byte[]>> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(Duration.ofMillis(50));
        }
        return List.copyOf(records);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void poll(Duration patience) {
        consumer.poll(patience).forEach(record -> {
            if (new String(record.key(), UTF_8).startsWith(keysBegin)) {
                records.add(record);
            }
        });
    }
}
