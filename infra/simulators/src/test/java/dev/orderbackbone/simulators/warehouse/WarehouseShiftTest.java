package dev.orderbackbone.simulators.warehouse;

import static dev.orderbackbone.simulators.warehouse.OrderStories.confirmed;
import static dev.orderbackbone.simulators.warehouse.OrderStories.placed;
import static dev.orderbackbone.simulators.warehouse.OrderStories.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.orderevents.client.OrdersKafkaPublisher;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a real broker. */
class WarehouseShiftTest {
    private static final int PARTITIONS = 2;

    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(PARTITIONS);

    private final WarehouseState state = new WarehouseState(true);

    @Test
    void shipsWhatIsConfirmedAndAfterARestartOnlyWhatIsNew() {
        KAFKA.send(placed("a", 6, 2), placed("b", 1), confirmed("a"));
        KAFKA.send(new ProducerRecord<>(Topics.ORDERS_EVENTS.name(), 0, new byte[0], new byte[] {7, 7}));

        try (Shift first = new Shift()) {
            first.goOnUntilShipped(1);
        }
        assertThat(shipments()).hasSize(1);
        ShipmentDispatched shipment = shipments().getFirst();
        assertThat(shipment.meta().orderId()).isEqualTo("a");
        assertThat(shipment.shipmentId()).isEqualTo("a-1");
        assertThat(shipment.lines()).containsExactly(new ShippedLine(1, 6), new ShippedLine(2, 2));
        assertThat(state.shippedOrders()).isEqualTo(1);

        KAFKA.send(confirmed("b"));
        try (Shift second = new Shift()) {
            second.goOnUntilShipped(2);
            assertThat(second.warehouse.openOrders()).isEqualTo(2);
            KAFKA.send(shipped("a", new Packing(1, 0).of("a", new int[] {6, 2}).getFirst()));
            Await.until(() -> {
                second.shift.goOn();
                assertThat(second.warehouse.openOrders()).isEqualTo(1);
            });
        }
        assertThat(shipments()).extracting(ShipmentDispatched::shipmentId).containsExactlyInAnyOrder("a-1", "b-1");
    }

    private static List<ShipmentDispatched> shipments() {
        List<Message> messages = KAFKA.messages(Topics.ORDERS_INTAKE);
        return messages.stream().map(ShipmentDispatched.class::cast).toList();
    }

    /** From a start to an end. */
    private final class Shift implements AutoCloseable {
        private final Warehouse warehouse = new Warehouse(new Packing(1, 0), Duration.ZERO);
        private final OrdersKafkaPublisher publisher =
                OrdersKafkaPublisher.connect(KAFKA.clientProperties(), KAFKA.registry());
        private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        KAFKA.bootstrapServers(),
                        "group.id",
                        "warehouse-test",
                        "enable.auto.commit",
                        false,
                        "isolation.level",
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        private final WarehouseShift shift =
                new WarehouseShift(warehouse, consumer, KAFKA.deserializer(), publisher, state, Clock.systemUTC());

        Shift() {
            shift.begin(IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.ORDERS_EVENTS.name(), partition))
                    .toList());
        }

        void goOnUntilShipped(long orders) {
            Await.until(() -> {
                shift.goOn();
                assertThat(state.shippedOrders()).isEqualTo(orders);
            });
        }

        @Override
        public void close() {
            shift.end();
            consumer.close();
            publisher.close();
        }
    }
}
