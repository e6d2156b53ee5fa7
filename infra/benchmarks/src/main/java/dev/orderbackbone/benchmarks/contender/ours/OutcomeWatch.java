package dev.orderbackbone.benchmarks.contender.ours;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.benchmarks.contender.ours.OutcomeTypes.Stage;
import dev.orderbackbone.benchmarks.load.Phase;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when the rows of an order, and of the message about it, are committed in the read model, in a thread of its own. Every {@value #LOOK_MS}
 * ms it takes what is new on the two topics and asks the read model for its positions, so that a time is late by {@value #LOOK_MS} ms and the
 * duration of a small query at most, and never early. It costs one more reader of the two topics, which does not decode what it reads, and a
 * hundred queries a second for the few rows of a table; nothing while no order is on its way.
 */
final class OutcomeWatch implements AutoCloseable {
    private static final List<Topic> TOPICS = List.of(Topics.ORDERS_EVENTS, Topics.NOTIFICATIONS_EVENTS);
    private static final int LOOK_MS = 10;
    private static final long LOOK_NANOS = Duration.ofMillis(LOOK_MS).toNanos();
    private static final int FETCH_BYTES = 8 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ProjectedPositions positions;
    private final OutcomeTypes types;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Queue<Expected>> expected = new HashMap<>();
    private final Thread thread =
            Thread.ofPlatform().name("outcome-watch").daemon().unstarted(this::run);
    private final AtomicLong questionsAsked = new AtomicLong();
    private volatile boolean stopping;
    private volatile @Nullable Phase phase;

    /** What the read model will have told when it has projected this offset. */
    private record Expected(long offset, int number, Stage stage) {}

    private OutcomeWatch(KafkaConsumer<byte[], byte[]> consumer, ProjectedPositions positions, OutcomeTypes types) {
        this.consumer = consumer;
        this.positions = positions;
        this.types = types;
    }

    /** Watches from the present ends of the topics on. */
    static OutcomeWatch start(String bootstrapServers, SchemaRegistryClient registry, Database database) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                properties(bootstrapServers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
        List<String> topics = TOPICS.stream().map(Topic::name).toList();
        OutcomeWatch watch =
                new OutcomeWatch(consumer, ProjectedPositions.of(database, topics), new OutcomeTypes(registry));
        watch.thread.start();
        return watch;
    }

    /** From now on, outcomes are told to this phase. */
    void begin(Phase next) {
        numbers.clear();
        phase = next;
    }

    /** The order is about to be sent. */
    void expect(String orderId, int number) {
        numbers.put(orderId, number);
    }

    /** How often the read model has been asked. */
    long questionsAsked() {
        return questionsAsked.get();
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer;
                positions) {
            long next = System.nanoTime();
            while (!stopping) {
                Phase current = phase;
                if (current != null && current.isUnderWay()) {
                    look(current);
                }
                next = Math.max(next + LOOK_NANOS, System.nanoTime());
                LockSupport.parkNanos(next - System.nanoTime());
            }
        } catch (RuntimeException broken) {
            Phase current = phase;
            if (current != null) {
                current.fail(broken);
            }
        }
    }

    private void look(Phase current) {
        consumer.poll(Duration.ZERO).forEach(this::note);
        if (expected.values().stream().allMatch(Queue::isEmpty)) {
            return;
        }
        Map<TopicPartition, Long> projected = positions.now();
        questionsAsked.incrementAndGet();
        long now = System.nanoTime();
        expected.forEach((partition, queue) -> {
            long before = projected.getOrDefault(partition, 0L);
            for (Expected head = queue.peek(); head != null && head.offset() < before; head = queue.peek()) {
                queue.remove();
                tell(current, head, now);
            }
        });
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        Stage stage = types.of(record.value());
        @Nullable Integer number = stage == null ? null : numbers.get(new String(record.key(), UTF_8));
        if (stage != null && number != null) {
            expected.computeIfAbsent(
                            new TopicPartition(record.topic(), record.partition()), partition -> new ArrayDeque<>())
                    .add(new Expected(record.offset(), number, stage));
        }
    }

    private static void tell(Phase current, Expected outcome, long now) {
        if (current.segment().has(outcome.number())) {
            switch (outcome.stage()) {
                case TERMINAL -> current.terminal(outcome.number(), now);
                case TOLD -> current.told(outcome.number(), now);
            }
        }
    }

    private static Map<String, Object> properties(String bootstrapServers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                Integer.MAX_VALUE,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                FETCH_BYTES);
    }
}
