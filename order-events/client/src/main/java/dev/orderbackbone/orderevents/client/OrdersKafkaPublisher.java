package dev.orderbackbone.orderevents.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageHeaders;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The backbone straight by its log. What is wrong with an event is told on {@code orders.refusals}, all else on {@code orders.events}.
 *
 * <p>Every call returns at once, unless the producer's buffer is full. What it returns completes when all in-sync copies of the log have the
 * event, and fails with {@link OrdersUnavailableException} when the log did not acknowledge it in time: then nothing is known of it, and the
 * same may be published again. It completes on the producer's own thread, so what hangs on it must be short. Thread-safe.
 */
public final class OrdersKafkaPublisher implements AutoCloseable {
    private static final int LINGER_MS = 5;
    private static final int BATCH_BYTES = 64 * 1024;
    /** The saga knows the store of an order. */
    private static final String NO_STORE = "";

    private final Producer<byte[], byte[]> producer;
    private final MessageSerializer serializer;
    private final InstantSource clock;

    OrdersKafkaPublisher(Producer<byte[], byte[]> producer, MessageSerializer serializer, InstantSource clock) {
        this.producer = producer;
        this.serializer = serializer;
        this.clock = clock;
    }

    /**
     * Connects.
     *
     * @param kafkaProperties where Kafka is ({@code bootstrap.servers}), how to log in, and whatever of the producer's settings is to be
     *     other than here; what makes it safe (acknowledgements by all copies, idempotence) is not up to choice.
     * @throws dev.orderbackbone.schemas.serde.SchemaMissingException if the registry does not have this release's schemas.
     */
    public static OrdersKafkaPublisher connect(Map<String, Object> kafkaProperties, SchemaRegistryClient registry) {
        MessageSerializer serializer = MessageSerializer.create(registry);
        return new OrdersKafkaPublisher(
                new KafkaProducer<>(properties(kafkaProperties), new ByteArraySerializer(), new ByteArraySerializer()),
                serializer,
                Clock.systemUTC());
    }

    static Map<String, Object> properties(Map<String, Object> chosen) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.putAll(chosen);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return properties;
    }

    /** Submits an order; completes with its id. The same order again is the same order. */
    public CompletionStage<String> submit(NewOrder order) {
        return publish(order.toEvent(clock.instant(), UUID.randomUUID()));
    }

    /** Asks for a cancellation; completes with the order's id. */
    public CompletionStage<String> cancel(String orderId, Cancellation cancellation) {
        return publish(new CancellationRequested(
                metaOf(orderId), cancellation.requestId(), cancellation.reason(), cancellation.requestedBy()));
    }

    /** Says that goods have left; completes with the order's id. */
    public CompletionStage<String> ship(String orderId, Shipment shipment) {
        return publish(new ShipmentDispatched(
                metaOf(orderId), shipment.shipmentId(), shipment.lines(), shipment.carrier(), shipment.trackingCode()));
    }

    /** Says that goods have come back; completes with the order's id. */
    public CompletionStage<String> takeBack(String orderId, Return goods) {
        return publish(new ReturnReceived(metaOf(orderId), goods.returnId(), goods.lines(), goods.reason()));
    }

    /** Sends what waits to be sent with others, and waits until all is acknowledged or given up. */
    public void flush() {
        producer.flush();
    }

    /** Waits for what is on its way. */
    @Override
    public void close() {
        producer.close();
    }

    private Meta metaOf(String orderId) {
        var now = clock.instant();
        UUID id = EventIds.root(now, UUID.randomUUID());
        return new Meta(id, orderId, 0, now, id, NO_STORE);
    }

    private CompletionStage<String> publish(IntakeEvent event) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.ORDERS_INTAKE.name(),
                null,
                event.meta().occurredAt().toEpochMilli(),
                MessageKey.of(event).getBytes(UTF_8),
                serializer.serialize(event),
                MessageHeaders.of(event, null));
        CompletableFuture<String> acknowledged = new CompletableFuture<>();
        try {
            var _ = producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(event.meta().orderId());
                } else {
                    acknowledged.completeExceptionally(unavailable(failure));
                }
            });
        } catch (KafkaException failure) {
            acknowledged.completeExceptionally(unavailable(failure));
        }
        return acknowledged;
    }

    private static OrdersUnavailableException unavailable(Exception failure) {
        return new OrdersUnavailableException("the log did not acknowledge: " + failure.getMessage(), failure);
    }
}
