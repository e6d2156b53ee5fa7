package dev.orderbackbone.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.Audit;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.acceptance.stack.Switch.Changed;
import dev.orderbackbone.acceptance.stack.Typed;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.orderevents.client.FoundOrder;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.Shipment;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was put aside comes back by the operators' commands: corrected, without what stood before it, or not at all. */
@ExtendWith(SharedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(Orders.RECOVERED)
class RedrivenRecordsTest {
    private static final Shop SHOP = new Shop("redriven");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] GARBAGE = {9, 9, 9};

    private final RunningStack stack;
    private final ParkedRecords parked;

    @TempDir
    private Path folder;

    RedrivenRecordsTest(RunningStack stack) {
        this.stack = stack;
        this.parked = new ParkedRecords(stack);
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.stock(stack, Shop.PLENTY, 1_000);
    }

    @Test
    void aSubmissionThatDidNotDecodeIsFulfilledWhenItIsCorrected() throws Exception {
        NewOrder order = SHOP.order("corrected", SHOP.line(1, Shop.PLENTY, 2));
        String place = parkedFrom(Topics.ORDERS_INTAKE, order.orderId(), GARBAGE);
        Path file = Files.writeString(folder.resolve("corrected.json"), json(Submissions.of(order)));
        String[] edit = {"parked", "edit", place, "--type", "OrderSubmitted", "--file", file.toString()};

        Typed plan = stack.operator(edit);
        assertThat(plan.exitCode()).as(plan.printed()).isZero();
        assertThat(plan.printed()).contains("lines[0].quantity: nothing becomes 2", "nothing was changed");
        assertThat(stack.mart().outcomeOf(order.orderId())).isEmpty();

        Typed done = stack.operator(withReason(edit));
        assertThat(done.exitCode()).as(done.printed()).isZero();
        assertThat(done.printed()).contains("1 decided on", "parked edit: done").doesNotContain("Ann");
        awaitStatus(order, "COMPLETED");

        Typed again = stack.operator(withReason(edit));
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.printed()).contains("it has been dealt with");
    }

    @Test
    void whatWaitsBehindARecordGoesOnInItsOrderWhenThatIsDiscarded() throws Exception {
        NewOrder order = SHOP.order("waits-behind", SHOP.line(1, Shop.PLENTY, 1), SHOP.line(2, Shop.PLENTY, 1));
        String place = orderThatWaits(order);

        Typed refused = stack.operator("parked", "redrive", "--order", order.orderId());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.printed()).contains("nothing can be sent back", "does not decode", "waits behind");
        Typed discarded = stack.operator(withReason("parked", "discard", place));
        assertThat(discarded.exitCode()).as(discarded.printed()).isZero();
        assertThat(discarded.printed()).contains("1 discarded");
        Typed redriven = stack.operator(withReason("parked", "redrive", "--order", order.orderId()));
        assertThat(redriven.exitCode()).as(redriven.printed()).isZero();
        assertThat(redriven.printed())
                .as("both parcels, and what the warehouse may have sent since")
                .contains("decided on", "parked redrive: done")
                .doesNotContain("parked again", "left as they were");

        awaitStatus(order, "COMPLETED");
        assertThat(stack.operator("parked", "redrive", "--order", order.orderId())
                        .printed())
                .contains("nothing outstanding is parked that matches --order " + order.orderId());
        assertThat(stack.operator("parked", "show", "--order", order.orderId(), "--all")
                        .printed())
                .contains("discarded", "sent back, and decided on");
    }

    @Test
    void aCallThatAWorkerParkedIsNotMadeAgainButCanBeDiscarded() throws Exception {
        String place = parkedFrom(Topics.PAYMENTS_CALLS, "order-of-nobody", GARBAGE);

        Typed refused = stack.operator(withReason("parked", "redrive", place));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.printed()).contains("a worker parked it", "second time");
        Typed discarded = stack.operator(withReason("parked", "discard", place));

        assertThat(discarded.exitCode()).as(discarded.printed()).isZero();
        assertThat(stack.operator("parked", "show", place).printed()).contains("discarded");
    }

    @Test
    void aPlaceWhereNothingIsParkedIsSaidToBeNone() {
        Typed typed = stack.operator(withReason("parked", "redrive", "orders.intake.v1-0@123456789"));

        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.printed()).contains("nothing outstanding is parked that matches orders.intake.v1-0@123456789");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leaveNothingThatTheAuditorFindsWrong() throws Exception {
        stack.audit().awaitQuiet(PATIENCE);

        Audit.assertClean(stack.audit().report(false));
    }

    /** Confirmed, then stopped by a type of a newer release, and shipped in two parcels behind it. Returns where the type came from. */
    private String orderThatWaits(NewOrder order) throws InterruptedException {
        try (Changed _ = stack.warehouse().to("{\"shipping\":false}", "{\"shipping\":true}")) {
            Channel.HTTP.of(stack).submit(order);
            awaitStatus(order, "CONFIRMED");
            byte[] unknown = new FutureRelease(stack.registry()).unknownTypeOn(Topics.ORDERS_INTAKE);
            String place = parkedFrom(Topics.ORDERS_INTAKE, order.orderId(), unknown);
            for (int line = 1; line <= 2; line++) {
                Shipment parcel = new Shipment("s-" + line, List.of(new ShippedLine(line, 1)), null, null);
                Channel.HTTP.of(stack).ship(order.orderId(), parcel);
            }
            Await.until(() -> assertThat(parked.of(Topics.ORDER_EVENTS))
                    .filteredOn(record ->
                            ByteBuffer.wrap(order.orderId().getBytes(UTF_8)).equals(record.key()))
                    .hasSize(3));
            return place;
        }
    }

    /** Writes a record and returns where, when all who read it have parked it. */
    private String parkedFrom(Topic topic, String key, byte[] value) throws InterruptedException {
        RecordMetadata written = stack.log().write(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value));
        String origin = ParkedRecords.origin(topic.name(), written.partition(), written.offset());
        Await.until(() -> assertThat(RunningStack.SERVICES)
                .anyMatch(service -> parked.of(service).stream()
                        .anyMatch(record -> record.origin().equals(origin))));
        return origin;
    }

    private void awaitStatus(NewOrder order, String status) {
        Await.until(() -> assertThat(stack.http().find(order.orderId()))
                .map(FoundOrder::status)
                .contains(status));
    }

    private static String[] withReason(String... arguments) {
        return Stream.concat(Arrays.stream(arguments), Stream.of("--run", "--reason", "a test"))
                .toArray(String[]::new);
    }

    private static String json(OrderSubmitted submitted) {
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
                    {"lineNumber": 1, "sku": "%7$s", "description": null, "quantity": 2, "unitPriceMinor": %8$d, "location": "%4$s"}
                  ],
                  "charges": [],
                  "totalMinor": %9$d,
                  "paymentMethod": "%10$s",
                  "orderedAt": "%11$s"
                }
                """.formatted(
                        submitted.meta().eventId(),
                        submitted.meta().orderId(),
                        submitted.meta().occurredAt(),
                        submitted.meta().storeId(),
                        submitted.idempotencyKey(),
                        submitted.customerId(),
                        Shop.PLENTY,
                        Shop.PRICE_MINOR,
                        submitted.totalMinor(),
                        submitted.paymentMethod(),
                        submitted.orderedAt());
    }
}
