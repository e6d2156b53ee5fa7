package dev.orderbackbone.simulators.warehouse;

import dev.orderbackbone.orderevents.client.OrdersKafkaPublisher;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistrySettings;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until there is something to follow, follows it, and begins anew when that fails. */
final class WarehouseWork implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WarehouseWork.class);
    private static final String GROUP = "warehouse-simulator";
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
    private static final int FETCH_BYTES = 4 << 20;
    private static final int PARTITION_FETCH_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 8 << 20;

    private final WarehouseSettings settings;
    private final WarehouseState state;
    private final Clock clock;
    private volatile boolean stopping;

    WarehouseWork(WarehouseSettings settings, WarehouseState state, Clock clock) {
        this.settings = settings;
        this.state = state;
        this.clock = clock;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                work();
            } catch (RuntimeException notYet) {
                // A missing schema, topic or broker: all of them come in time, or the operator reads here why not.
                rest(notYet);
            }
        }
    }

    private void work() {
        state.waitsFor("the schema registry " + settings.registryUrl());
        HttpSchemaRegistryClient registry =
                HttpSchemaRegistryClient.connect(RegistrySettings.of(settings.registryUrl()));
        try (OrdersKafkaPublisher publisher = OrdersKafkaPublisher.connect(producerProperties(), registry);
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            Warehouse warehouse =
                    new Warehouse(new Packing(settings.seed(), settings.splitPercent()), settings.delay());
            WarehouseShift shift = new WarehouseShift(
                    warehouse, consumer, MessageDeserializer.create(registry), publisher, state, clock);
            shift.begin(partitions);
            state.follows(Topics.ORDERS_EVENTS.name() + " at " + settings.bootstrapServers());
            LOG.info("the warehouse follows {}", Topics.ORDERS_EVENTS.name());
            while (!stopping) {
                shift.goOn();
            }
            shift.end();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        List<PartitionInfo> found = consumer.partitionsFor(Topics.ORDERS_EVENTS.name());
        if (found == null || found.isEmpty()) {
            throw new IllegalStateException("there is no topic " + Topics.ORDERS_EVENTS.name() + " yet");
        }
        return found.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void rest(RuntimeException reason) {
        if (stopping) {
            return;
        }
        state.waitsFor(String.valueOf(reason.getMessage()));
        LOG.info("the warehouse waits: {}", reason.getMessage());
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private Map<String, Object> consumerProperties() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                PARTITION_FETCH_BYTES);
    }

    private Map<String, Object> producerProperties() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                ProducerConfig.CLIENT_ID_CONFIG,
                GROUP,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                (long) BUFFER_BYTES);
    }
}
