package dev.orderbackbone.operator.demo;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what the backbone makes of the inputs, from a position on, in a thread of its own. Joins no group. */
final class LogFollower implements AutoCloseable {
    private static final List<Topic> TOPICS =
            List.of(Topics.ORDERS_EVENTS, Topics.ORDERS_REFUSALS, Topics.STOCK_EVENTS);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int FETCH_BYTES = 4 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final MessageDeserializer deserializer;
    private final Consumer<Message> reader;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException failure;

    private LogFollower(
            KafkaConsumer<byte[], byte[]> consumer, MessageDeserializer deserializer, Consumer<Message> reader) {
        this.consumer = consumer;
        this.deserializer = deserializer;
        this.reader = reader;
        this.thread = Thread.ofPlatform().name("log-follower").daemon().unstarted(this::run);
    }

    /**
     * Follows from now on.
     *
     * @param fromTheBeginning whether everything that the topics hold is read first.
     */
    static LogFollower start(
            Map<String, Object> kafkaProperties,
            MessageDeserializer deserializer,
            boolean fromTheBeginning,
            Consumer<Message> reader) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                properties(kafkaProperties), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromTheBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            // Asked for now: seeking to the end would only be done with the first poll.
            consumer.endOffsets(partitions).forEach(consumer::seek);
        }
        LogFollower follower = new LogFollower(consumer, deserializer, reader);
        follower.thread.start();
        return follower;
    }

    /** Throws what has stopped it, if anything has. */
    void check() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!stopping) {
                consumer.poll(POLL).forEach(this::see);
            }
        } catch (RuntimeException broken) {
            failure = broken;
        }
    }

    private void see(ConsumerRecord<byte[], byte[]> record) {
        try {
            reader.accept(deserializer.deserialize(record.value()));
        } catch (UndecodableException ofSomebodyElse) {
            // Not one of ours: we read what this release writes.
        }
    }

    private static Map<String, Object> properties(Map<String, Object> kafkaProperties) {
        Map<String, Object> properties = new HashMap<>(kafkaProperties);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        return properties;
    }
}
