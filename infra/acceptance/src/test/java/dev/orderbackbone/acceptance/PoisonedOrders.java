package dev.orderbackbone.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.Switch.Changed;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.orderevents.client.FoundOrder;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.Shipment;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Orders of which something is parked. */
final class PoisonedOrders {
    private static final byte[] GARBAGE = {9, 9, 9};

    private final RunningStack stack;
    private final ParkedRecords parked;

    PoisonedOrders(RunningStack stack) {
        this.stack = stack;
        this.parked = new ParkedRecords(stack);
    }

    /** Submits one in bytes that do not decode; returns where they came from. */
    String garbled(NewOrder order) throws InterruptedException {
        return garbledOn(Topics.ORDERS_INTAKE, order.orderId());
    }

    /** Writes bytes that do not decode; returns where they came from. */
    String garbledOn(Topic topic, String key) throws InterruptedException {
        return parkedFrom(topic, key, GARBAGE);
    }

    /** Confirmed, then stopped by a type of a newer release, and shipped in two parcels behind it. Returns where the type came from. */
    String waiting(NewOrder order) throws InterruptedException {
        try (Changed _ = stack.warehouse().to("{\"shipping\":false}", "{\"shipping\":true}")) {
            Channel.HTTP.of(stack).submit(order);
            awaitStatus(order, "CONFIRMED");
            byte[] unknown = new FutureRelease(stack.registry()).unknownTypeOn(Topics.ORDERS_INTAKE);
            String place = parkedFrom(Topics.ORDERS_INTAKE, order.orderId(), unknown);
            for (int line = 1; line <= 2; line++) {
                Shipment parcel = new Shipment("s-" + line, List.of(new ShippedLine(line, 1)), null, null);
                Channel.HTTP.of(stack).ship(order.orderId(), parcel);
            }
            awaitParked(order, 3);
            return place;
        }
    }

    /** Returns when order-events has parked so many records of an order. */
    void awaitParked(NewOrder order, int records) {
        ByteBuffer key = ByteBuffer.wrap(order.orderId().getBytes(UTF_8));
        Await.until(() -> assertThat(parked.of(Topics.ORDER_EVENTS))
                .filteredOn(record -> key.equals(record.key()))
                .hasSize(records));
    }

    void awaitStatus(NewOrder order, String status) {
        Await.until(() -> assertThat(stack.http().find(order.orderId()))
                .map(FoundOrder::status)
                .contains(status));
    }

    /** Writes a record and returns where, when one who reads it has parked it. */
    private String parkedFrom(Topic topic, String key, byte[] value) throws InterruptedException {
        RecordMetadata written = stack.log().write(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value));
        String origin = ParkedRecords.origin(topic.name(), written.partition(), written.offset());
        Await.until(() -> assertThat(RunningStack.SERVICES)
                .anyMatch(service -> parked.of(service).stream()
                        .anyMatch(record -> record.origin().equals(origin))));
        return origin;
    }

    /** What an order says, as {@code parked edit --file} takes it. Of one line. */
    static String json(NewOrder order) {
        OrderSubmitted submitted = Submissions.of(order);
        return """
                {
                  "meta": {
                    "eventId": "%1$s", "orderId": "%2$s", "sequence": 0, "occurredAt": "%3$s", "causationId": "%1$s", "storeId": "%4$s"
                  },
                  "idempotencyKey": "%5$s",
                  "customerId": "%6$s",
                  "contact": {"name": "Ann", "email": "ann@example.com"},
                  "country": "GB",
                  "currency": "GBP",
                  "lines": [
                    {"lineNumber": 1, "sku": "%7$s", "description": null, "quantity": %8$d, "unitPriceMinor": %9$d, "location": "%4$s"}
                  ],
                  "charges": [],
                  "totalMinor": %10$d,
                  "paymentMethod": "%11$s",
                  "orderedAt": "%12$s"
                }
                """.formatted(
                        submitted.meta().eventId(),
                        submitted.meta().orderId(),
                        submitted.meta().occurredAt(),
                        submitted.meta().storeId(),
                        submitted.idempotencyKey(),
                        submitted.customerId(),
                        submitted.lines().getFirst().sku(),
                        submitted.lines().getFirst().quantity(),
                        submitted.lines().getFirst().unitPriceMinor(),
                        submitted.totalMinor(),
                        submitted.paymentMethod(),
                        submitted.orderedAt());
    }
}
