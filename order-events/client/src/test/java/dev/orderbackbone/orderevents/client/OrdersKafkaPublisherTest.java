package dev.orderbackbone.orderevents.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersKafkaPublisherTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String ORDER_ID = Samples.ORDER.orderId();

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());

    @BeforeEach
    void deploy() {
        SchemaDeployment.registerAll(registry);
    }

    @Test
    void submitsUnderTheOrderIdWithTheHeadersOfACloudEvent() {
        publisher().submit(Samples.ORDER);

        ProducerRecord<byte[], byte[]> record = producer.history().getFirst();
        OrderSubmitted event = (OrderSubmitted) read(record);
        assertThat(record.topic()).isEqualTo("orders.intake.v1");
        assertThat(new String(record.key(), UTF_8))
                .isEqualTo(ORDER_ID)
                .isEqualTo(event.meta().orderId());
        assertThat(record.timestamp()).isEqualTo(NOW.toEpochMilli());
        assertThat(record.headers().lastHeader("ce_id").value())
                .asString(UTF_8)
                .isEqualTo(event.meta().eventId().toString());
        assertThat(event.meta().causationId()).isEqualTo(event.meta().eventId());
        assertThat(event.meta().storeId()).isEqualTo("shop");
        assertThat(event.totalMinor()).isEqualTo(4_008);
        assertThat(event.lines()).isEqualTo(Samples.ORDER.lines());
    }

    @Test
    void twoSubmissionsOfOneOrderAreTwoEventsOfOneOrder() {
        OrdersKafkaPublisher publisher = publisher();

        publisher.submit(Samples.ORDER);
        publisher.submit(Samples.ORDER);

        assertThat(producer.history())
                .extracting(record -> read(record).meta().orderId())
                .containsOnly(ORDER_ID);
        assertThat(producer.history())
                .extracting(record -> read(record).meta().eventId())
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsOfCancellationsShipmentsAndReturns() {
        OrdersKafkaPublisher publisher = publisher();

        publisher.cancel(ORDER_ID, new Cancellation("wish", "why", "who"));
        publisher.ship(ORDER_ID, new Shipment("s-1", List.of(new ShippedLine(1, 6)), "post", "T1"));
        publisher.takeBack(ORDER_ID, new Return("r-1", List.of(new ReturnedLine(1, 2, true)), null));

        assertThat(producer.history())
                .extracting(this::read)
                .satisfiesExactly(
                        message -> assertThat(message)
                                .isInstanceOfSatisfying(
                                        CancellationRequested.class,
                                        wish -> assertThat(wish.requestId() + wish.reason() + wish.requestedBy())
                                                .isEqualTo("wishwhywho")),
                        message -> assertThat(message)
                                .isInstanceOfSatisfying(
                                        ShipmentDispatched.class,
                                        shipment ->
                                                assertThat(shipment.lines()).containsExactly(new ShippedLine(1, 6))),
                        message -> assertThat(message)
                                .isInstanceOfSatisfying(
                                        ReturnReceived.class,
                                        goods -> assertThat(goods.lines())
                                                .containsExactly(new ReturnedLine(1, 2, true))));
        assertThat(producer.history()).allSatisfy(record -> {
            assertThat(new String(record.key(), UTF_8)).isEqualTo(ORDER_ID);
            assertThat(read(record).meta().orderId()).isEqualTo(ORDER_ID);
        });
    }

    @Test
    void completesOnlyWhenTheLogHasIt() {
        CompletableFuture<String> submitted = publisher().submit(Samples.ORDER).toCompletableFuture();
        assertThat(submitted).isNotDone();

        producer.completeNext();

        assertThat(submitted).isCompletedWithValue(ORDER_ID);
    }

    @Test
    void failsWhenTheLogDoesNotAcknowledge() {
        CompletableFuture<String> submitted = publisher().submit(Samples.ORDER).toCompletableFuture();

        producer.errorNext(new TimeoutException("30000 ms have passed"));

        assertThatThrownBy(submitted::join)
                .cause()
                .isInstanceOf(OrdersUnavailableException.class)
                .hasMessageContaining("30000 ms have passed");
    }

    @Test
    void whatMakesItSafeIsNotUpToChoice() {
        Map<String, Object> properties = OrdersKafkaPublisher.properties(
                Map.of("bootstrap.servers", "here:9092", "acks", "1", "enable.idempotence", false, "linger.ms", 50));

        assertThat(properties)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("compression.type", "lz4")
                .containsEntry("linger.ms", 50)
                .containsEntry("bootstrap.servers", "here:9092");
    }

    private OrdersKafkaPublisher publisher() {
        return new OrdersKafkaPublisher(producer, MessageSerializer.create(registry), InstantSource.fixed(NOW));
    }

    private Message read(ProducerRecord<byte[], byte[]> record) {
        return MessageDeserializer.create(registry).deserialize(record.value());
    }
}
