package dev.orderbackbone.orderevents.flow;

import static dev.orderbackbone.orderevents.domain.Facts.ORDER_ID;
import static dev.orderbackbone.orderevents.domain.Facts.authorized;
import static dev.orderbackbone.orderevents.domain.Facts.cancellation;
import static dev.orderbackbone.orderevents.domain.Facts.captured;
import static dev.orderbackbone.orderevents.domain.Facts.consumed;
import static dev.orderbackbone.orderevents.domain.Facts.line;
import static dev.orderbackbone.orderevents.domain.Facts.released;
import static dev.orderbackbone.orderevents.domain.Facts.reserved;
import static dev.orderbackbone.orderevents.domain.Facts.shipment;
import static dev.orderbackbone.orderevents.domain.Facts.submitted;
import static dev.orderbackbone.orderevents.domain.Facts.units;
import static dev.orderbackbone.schemas.Topics.INVENTORY_COMMANDS;
import static dev.orderbackbone.schemas.Topics.ORDERS_EVENTS;
import static dev.orderbackbone.schemas.Topics.ORDERS_INTAKE;
import static dev.orderbackbone.schemas.Topics.ORDERS_REFUSALS;
import static dev.orderbackbone.schemas.Topics.ORDER_EVENTS_PARKED;
import static dev.orderbackbone.schemas.Topics.PAYMENTS_COMMANDS;
import static dev.orderbackbone.schemas.Topics.PAYMENTS_EVENTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderHistory;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.ParkedHeaders;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTopologyTest {
    private static final OrderSubmitted ORDER = submitted(line(1, "cup", 2, 300));
    private static final CancellationRequested OF_ANOTHER =
            new CancellationRequested(metaOf("another-order"), "1", "no", "customer");

    @TempDir
    private Path stateDir;

    @Test
    void isOneSubTopologyWithExplicitNames() throws IOException {
        InMemorySchemaRegistry registry = InMemorySchemaRegistry.withContract();
        String described = OrderTopology.of(
                        SagaSettings.STANDARD,
                        MessageDeserializer.create(registry),
                        MessageSerializer.create(registry),
                        OrderDriver.TIMER,
                        DecisionListener.NONE)
                .build()
                .describe()
                .toString();

        assertThat(described).isEqualToNormalizingWhitespace(resource("/topology/order-events.txt"));
    }

    @Test
    void leadsAnOrderFromSubmissionToCompletion() {
        try (OrderDriver driver = OrderDriver.start(stateDir)) {
            driver.send(ORDER, reserved("main"), authorized(600), shipment("s1", units(1, 2)));
            driver.send(consumed("main", "s1"), captured("s1", 600));

            List<OrderEvent> events = driver.read(ORDERS_EVENTS).stream()
                    .map(OrderEvent.class::cast)
                    .toList();
            OrderHistory history = OrderHistory.of(ORDER_ID);
            for (OrderEvent event : events) {
                history = history.after(event);
            }
            assertThat(history.status()).isEqualTo(OrderStatus.COMPLETED);
            assertThat(history.violations()).isEmpty();
            assertThat(driver.kinds(INVENTORY_COMMANDS)).containsExactly("ReserveStock", "ConsumeReservation");
            assertThat(driver.kinds(PAYMENTS_COMMANDS)).containsExactly("AuthorizePayment", "CapturePayment");
            assertThat(Objects.requireNonNull(driver.stored(ORDER_ID)).status()).isEqualTo(OrderStatus.COMPLETED);
        }
    }

    @Test
    void keysCommandsByWhomTheyAreForAndEventsByTheOrder() {
        try (OrderDriver driver = OrderDriver.start(stateDir)) {
            driver.send(ORDER);

            assertThat(keys(driver.records(INVENTORY_COMMANDS))).containsExactly("main");
            assertThat(keys(driver.records(ORDERS_EVENTS))).containsExactly(ORDER_ID);
        }
    }

    @Test
    void countsRepetitionsAndSaysNothing() {
        try (OrderDriver driver = OrderDriver.start(stateDir)) {
            driver.send(ORDER, reserved("main"));
            driver.kinds(ORDERS_EVENTS);
            driver.dealtWith.clear();
            driver.send(ORDER, reserved("main"));

            assertThat(driver.kinds(ORDERS_EVENTS)).isEmpty();
            assertThat(driver.dealtWith).containsExactly("IGNORED repeated-submission", "IGNORED duplicate");
        }
    }

    @Test
    void refusesWhatCannotBeAndSaysWhy() {
        try (OrderDriver driver = OrderDriver.start(stateDir)) {
            driver.send(cancellation());

            assertThat(driver.kinds(ORDERS_REFUSALS)).containsExactly("IntakeRefused");
            assertThat(driver.stored(ORDER_ID)).isNull();
        }
    }

    @Test
    void parksBytesThatAreNoMessageAndGoesOnWithTheOrder() {
        try (OrderDriver driver = OrderDriver.start(stateDir)) {
            byte[] whole = driver.bytesOf(ORDER);
            driver.send(ORDERS_INTAKE, ORDER_ID, null);
            driver.send(ORDERS_INTAKE, ORDER_ID, new byte[] {9, 9, 9});
            driver.send(ORDERS_INTAKE, ORDER_ID, Arrays.copyOf(whole, whole.length / 2));
            driver.send(PAYMENTS_EVENTS, ORDER_ID, driver.bytesOf(cancellation()));
            driver.send(ORDER);

            assertThat(reasons(driver)).containsExactly("UNDECODABLE", "UNDECODABLE", "UNDECODABLE", "WRONG_TOPIC");
            assertThat(driver.kinds(ORDERS_EVENTS)).containsExactly("OrderPlaced");
        }
    }

    @Test
    void parksAnOrderThatTheDeciderFailsOnWithItsLaterRecordsWhileOthersFlow() {
        try (OrderDriver driver = OrderDriver.start(stateDir, FailingFlow::new)) {
            driver.send(ORDER, reserved("main"), authorized(600), OF_ANOTHER);

            assertThat(reasons(driver)).containsExactly("DECIDER_FAILED", "BEHIND_PARKED");
            assertThat(driver.kinds(ORDERS_EVENTS)).containsExactly("OrderPlaced");
            assertThat(driver.kinds(ORDERS_REFUSALS)).containsExactly("IntakeRefused");
        }
    }

    @Test
    void letsAnOrderExpireWhenItsDeadlinePasses() {
        try (OrderDriver driver = OrderDriver.start(stateDir)) {
            driver.send(ORDER);
            driver.pass(Duration.ofMinutes(30).minusSeconds(1));
            assertThat(driver.kinds(ORDERS_EVENTS)).containsExactly("OrderPlaced");

            driver.pass(Duration.ofSeconds(2));
            driver.send(released("main"));
            assertThat(driver.kinds(ORDERS_EVENTS)).containsExactly("OrderCancelling", "OrderExpired");
            assertThat(driver.kinds(INVENTORY_COMMANDS)).containsExactly("ReserveStock", "ReleaseReservation");
        }
    }

    @Test
    void letsNoConfirmedOrderExpire() {
        try (OrderDriver driver = OrderDriver.start(stateDir)) {
            driver.send(ORDER, reserved("main"), authorized(600));
            driver.pass(Duration.ofDays(2));

            assertThat(driver.kinds(ORDERS_EVENTS)).containsExactly("OrderPlaced", "OrderConfirmed");
        }
    }

    @Test
    void carriesAnOrderOfOverAThousandLines() {
        OrderLine[] lines = IntStream.rangeClosed(1, 1_114)
                .mapToObj(number -> line(number, "SKU" + number, 1 + number % 20, 100 + number))
                .toArray(OrderLine[]::new);
        OrderSubmitted large = submitted(lines);
        try (OrderDriver driver = OrderDriver.start(stateDir)) {
            driver.send(large, reserved("main"), authorized(large.totalMinor()));

            Order stored = driver.stored(ORDER_ID);
            assertThat(stored).isNotNull().extracting(Order::status).isEqualTo(OrderStatus.CONFIRMED);
            assertThat(OrderFlow.SERDE.serialize("orders", stored)).hasSizeLessThan(20 * 1_114);
        }
    }

    @Test
    void storesASmallOrderInFewBytes() {
        try (OrderDriver driver = OrderDriver.start(stateDir)) {
            driver.send(ORDER, reserved("main"), authorized(600));

            assertThat(OrderFlow.SERDE.serialize("orders", driver.stored(ORDER_ID)))
                    .hasSizeLessThan(128);
        }
    }

    private static Meta metaOf(String orderId) {
        Meta meta = cancellation().meta();
        return new Meta(meta.eventId(), orderId, 0, meta.occurredAt(), meta.causationId(), meta.storeId());
    }

    private static List<String> keys(List<TestRecord<byte[], byte[]>> records) {
        return records.stream().map(record -> new String(record.key(), UTF_8)).toList();
    }

    private static List<String> reasons(OrderDriver driver) {
        return driver.records(ORDER_EVENTS_PARKED).stream()
                .map(record -> new String(
                        record.headers().lastHeader(ParkedHeaders.REASON).value(), UTF_8))
                .toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream content = OrderTopologyTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(content, name).readAllBytes(), UTF_8);
        }
    }
}
