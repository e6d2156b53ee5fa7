package dev.orderbackbone.operator.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.SkipNotification;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.inventory.flow.InventoryTopology;
import dev.orderbackbone.notification.domain.NotificationDecider;
import dev.orderbackbone.notification.domain.NotificationRules;
import dev.orderbackbone.notification.flow.NotificationTopology;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.SharedKafka;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.whatif.Foretelling;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.orderevents.flow.OrderTopology;
import dev.orderbackbone.payment.domain.PaymentDecider;
import dev.orderbackbone.payment.domain.PaymentRules;
import dev.orderbackbone.payment.flow.PaymentTopology;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.runtime.StreamsProcess;
import dev.orderbackbone.runtime.StreamsSettings;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real deciders of the four services on a real broker; the gateway says what the test says. */
class VerbsTest {
    @RegisterExtension
    static final SharedKafka SHARED = new SharedKafka();

    private static final String STORE = "shop";
    private static final String POOL = "main";
    private static final Duration TIMER = Duration.ofMillis(50);
    private static final AtomicInteger OPERATIONS = new AtomicInteger();
    private static final List<StreamsProcess> SERVICES = new ArrayList<>();

    @TempDir
    private static Path state;

    @BeforeAll
    static void start() throws InterruptedException {
        SERVICES.add(started(OrderTopology.of(
                SagaSettings.STANDARD, kafka().deserializer(), kafka().serializer(), TIMER, DecisionListener.NONE)));
        SERVICES.add(started(
                InventoryTopology.of(kafka().deserializer(), kafka().serializer(), TIMER, DecisionListener.NONE)));
        SERVICES.add(started(PaymentTopology.of(
                new PaymentDecider(PaymentRules.USUAL),
                kafka().deserializer(),
                kafka().serializer(),
                TIMER,
                DecisionListener.NONE)));
        SERVICES.add(started(NotificationTopology.of(
                new NotificationDecider(NotificationRules.DEFAULT),
                kafka().deserializer(),
                kafka().serializer(),
                TIMER,
                DecisionListener.NONE)));
        kafka().send(new ReceiveStock(root(""), POOL, "receipt-1", List.of(new StockLine("sku", 100))));
    }

    @AfterAll
    static void stop() {
        SERVICES.forEach(StreamsProcess::close);
    }

    @Test
    void anOrderIsHeldReleasedAndCancelledByOrdinaryEvents() throws InterruptedException {
        String order = waitingForPayment("one");

        Plan plan = events(OrderVerb.HOLD, order).plan();
        assertThat(plan.does()).isEqualTo("orders hold: " + order + " (PENDING): OrderHeld");
        assertThat(plan.orders()).containsExactly(order);
        assertThat(messagesOf(HoldRequested.class, order)).isEmpty();

        Outcome held = run(events(OrderVerb.HOLD, order));
        assertThat(held.faults()).isEmpty();
        assertThat(held.counts()).containsOnlyKeys("OrderHeld");
        assertThat(messagesOf(HoldRequested.class, order)).singleElement().satisfies(event -> {
            assertThat(event.requestedBy()).isEqualTo("ada");
            assertThat(event.reason()).isEqualTo("looks odd");
            assertThat(event.requestId()).startsWith("operation-");
            assertThat(event.meta().storeId()).isEqualTo(STORE);
        });
        assertThatThrownBy(() -> events(OrderVerb.HOLD, order).plan())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("orders hold would change nothing: " + order + " (HELD): ignored: already-held");

        assertThat(run(events(OrderVerb.RELEASE, order)).counts()).containsOnlyKeys("OrderReleased");
        assertThat(run(events(OrderVerb.CANCEL, order)).counts()).containsOnlyKeys("OrderCancelling");
    }

    @Test
    void aRefusalIsToldWithItsRule() throws InterruptedException {
        String order = waitingForPayment("two");
        OrdinaryEvents release = events(OrderVerb.RELEASE, order);

        assertThat(release.plan().warnings()).containsExactly(order + " would be refused: not-held");
        assertThat(run(release).faults())
                .containsExactly(order + ": refused, not-held: the order is PENDING and waits for no release");
    }

    @Test
    void anOrderThatNobodyKnowsIsNoOrder() {
        assertThatThrownBy(() -> events(OrderVerb.HOLD, "nobody").plan())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("no topic has an order nobody");
    }

    @Test
    void anOutcomeThatNobodyKnewIsResolvedOnce() throws InterruptedException {
        String order = waitingForPayment("three");
        assertThatThrownBy(() -> resolution(order).plan())
                .hasMessage("payments resolve would change nothing: " + order
                        + " (AUTHORIZE REQUESTED): ignored: not-unknown");
        GatewayCall call = messagesOf(GatewayCall.class, order).getFirst();
        kafka().send(new GatewayAnswer(
                root(order),
                call.callId(),
                call.operation(),
                call.operationId(),
                GatewayOutcome.NO_ANSWER,
                null,
                call.amountMinor(),
                "timeout"));
        Await.until(
                () -> assertThat(messagesOf(PaymentOutcomeUnknown.class, order)).isNotEmpty());

        OrdinaryEvents resolution = resolution(order);
        assertThat(resolution.plan().does())
                .isEqualTo("payments resolve: " + order
                        + " (AUTHORIZE UNKNOWN): PaymentDeclined + PaymentOutcomeResolved");
        Outcome outcome = run(resolution);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.counts()).containsOnlyKeys("PaymentOutcomeResolved", "PaymentDeclined");
    }

    @Test
    void aMessageIsGivenUpAndSentOnceMoreByOrdinaryEvents() throws InterruptedException {
        String order = confirmed("five");
        NotificationRequested request =
                messagesOf(NotificationRequested.class, order).getFirst();
        assertThatThrownBy(() ->
                        message(NotificationVerb.RESEND, order, "confirmed").plan())
                .hasMessageStartingWith(
                        "notifications resend would change nothing: " + order + " (CONFIRMED REQUESTED until ")
                .hasMessageEndingWith("): ignored: still-owed");
        assertThatThrownBy(() ->
                        message(NotificationVerb.SKIP, order, "shipped:s1").plan())
                .hasMessageEndingWith("): ignored: unknown-message");

        OrdinaryEvents skip = message(NotificationVerb.SKIP, order, "confirmed");
        assertThat(skip.plan().does()).endsWith("): NotificationSuppressed");
        assertThat(skip.plan().warnings()).singleElement().asString().contains("it counts as sent");
        Outcome skipped = run(skip);
        assertThat(skipped.faults()).isEmpty();
        assertThat(skipped.counts()).containsOnlyKeys("NotificationSuppressed");
        assertThat(messagesOf(SkipNotification.class, order)).singleElement().satisfies(command -> {
            assertThat(command.requestedBy()).isEqualTo("ada");
            assertThat(command.meta().storeId()).isEqualTo(STORE);
        });
        assertThatThrownBy(
                        () -> message(NotificationVerb.SKIP, order, "confirmed").plan())
                .hasMessage("notifications skip would change nothing: " + order
                        + " (CONFIRMED SUPPRESSED): ignored: not-owed");

        OrdinaryEvents resend = message(NotificationVerb.RESEND, order, "confirmed");
        assertThat(resend.plan().does())
                .isEqualTo("notifications resend: " + order + " (CONFIRMED SUPPRESSED): NotificationRequested");
        Outcome resent = run(resend);
        assertThat(resent.faults()).isEmpty();
        assertThat(resent.counts()).containsOnlyKeys("NotificationRequested");
        assertThat(messagesOf(NotificationRequested.class, order))
                .extracting(NotificationRequested::messageId)
                .hasSize(2)
                .startsWith(request.messageId())
                .doesNotHaveDuplicates();
    }

    @Test
    void aMessageThatWasSentIsSentOnceMore() throws InterruptedException {
        String order = confirmed("six");
        NotificationRequested request =
                messagesOf(NotificationRequested.class, order).getFirst();
        kafka().send(new NotificationSent(
                caused(request.meta()),
                request.messageId(),
                request.milestone(),
                request.occasion(),
                request.channel(),
                request.attempt()));
        OrdinaryEvents resend = message(NotificationVerb.RESEND, order, "confirmed");
        Await.until(() -> assertThat(resend.plan().does())
                .isEqualTo("notifications resend: " + order + " (CONFIRMED SENT): NotificationRequested"));

        assertThat(run(resend).faults()).isEmpty();
        assertThat(messagesOf(NotificationRequested.class, order).getLast().occasion())
                .isEqualTo("resend-operation-" + OPERATIONS.get());
    }

    @Test
    void stockIsCorrectedAsFarAsItIsNotPromised() throws InterruptedException {
        waitingForPayment("four");
        Await.until(() -> assertThat(messages(StockLevel.class)).anyMatch(level -> level.reserved() > 0));

        Outcome found = run(adjustment("sku", 5));
        assertThat(found.faults()).isEmpty();
        assertThat(found.counts()).containsOnlyKeys("StockAdjusted");

        Outcome lost = run(adjustment("sku", -1_000));
        assertThat(lost.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault)
                        .startsWith("main/sku: of -1000 units -")
                        .endsWith("were applied: the rest is promised to orders"));
        run(adjustment("sku", 100));

        assertThat(adjustment("new-sku", 1).plan().warnings()).containsExactly("pool main has never held new-sku");
        assertThatThrownBy(() -> events(
                                "stock adjust",
                                new StockWish("nowhere", "sku", 1, kafka().clientProperties(), kafka().deserializer()))
                        .plan())
                .hasMessage("there is no stock pool nowhere that has ever held anything");
    }

    @Test
    void whatNobodyDecidesOnInTimeIsSaidToWait() throws InterruptedException {
        try (Courier courier =
                Courier.connect(kafka().clientProperties(), kafka().registry(), Duration.ofMillis(200))) {
            Delivered delivered = courier.deliver(
                    new HoldRequested(root("nobody-home"), "request", "why", "ada"),
                    Topics.NOTIFICATION,
                    List.of(Topics.NOTIFICATIONS_EVENTS));

            assertThat(delivered).isInstanceOf(Delivered.Waiting.class);
        }
    }

    private static OrdinaryEvents adjustment(String sku, int delta) {
        return events(
                "stock adjust", new StockWish(POOL, sku, delta, kafka().clientProperties(), kafka().deserializer()));
    }

    private static OrdinaryEvents resolution(String order) {
        return events(
                "payments resolve",
                new PaymentWish(
                        order,
                        GatewayOperation.AUTHORIZE,
                        "",
                        GatewayOutcome.NOT_FOUND,
                        null,
                        "ticket 4711",
                        foretelling()));
    }

    private static OrdinaryEvents message(NotificationVerb verb, String order, String about) {
        return events(
                "notifications " + verb.name().toLowerCase(Locale.ROOT),
                new NotificationWish(verb, order, MessageAbout.parse(about), foretelling()));
    }

    /** An order whose confirmation is to be mailed; nobody sends. */
    private static String confirmed(String key) {
        String order = waitingForPayment(key);
        GatewayCall call = messagesOf(GatewayCall.class, order).getFirst();
        kafka().send(new GatewayAnswer(
                caused(call.meta()),
                call.callId(),
                call.operation(),
                call.operationId(),
                GatewayOutcome.APPROVED,
                "authorization-1",
                call.amountMinor(),
                ""));
        Await.until(
                () -> assertThat(messagesOf(NotificationRequested.class, order)).isNotEmpty());
        return order;
    }

    private static Meta caused(Meta cause) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return new Meta(
                EventIds.root(now, UUID.randomUUID()), cause.orderId(), 0, now, cause.eventId(), cause.storeId());
    }

    private static OrdinaryEvents events(OrderVerb verb, String order) {
        return events("orders " + verb.name().toLowerCase(Locale.ROOT), new OrderWish(verb, order, foretelling()));
    }

    private static OrdinaryEvents events(String command, Wish wish) {
        return new OrdinaryEvents(
                command,
                List.of(wish),
                () -> Courier.connect(kafka().clientProperties(), kafka().registry(), Duration.ofSeconds(30)),
                Clock.systemUTC());
    }

    private static Outcome run(OrdinaryEvents events) throws InterruptedException {
        Plan plan = events.plan();
        return events.run(
                plan,
                new Operation("operation-" + OPERATIONS.incrementAndGet(), "ada", "looks odd", Instant.EPOCH),
                (what, done, total) -> {});
    }

    private static Foretelling foretelling() {
        return Foretelling.of(kafka().clientProperties(), kafka().deserializer(), Map.of());
    }

    /** An order whose stock is reserved, and whose authorisation the gateway has been asked for. */
    private static String waitingForPayment(String key) {
        String order = OrderIds.of(STORE, key);
        kafka().send(new OrderSubmitted(
                root(order),
                key,
                "customer-7",
                new Contact("Kim", "kim@example.com"),
                "DE",
                "EUR",
                List.of(new OrderLine(1, "sku", "a thing", 2, 500, POOL)),
                List.of(),
                1_000,
                "tok_visa",
                Instant.parse("2026-03-01T12:00:00Z")));
        Await.until(() -> assertThat(messagesOf(GatewayCall.class, order)).isNotEmpty());
        return order;
    }

    private static Meta root(String orderId) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        UUID id = EventIds.root(now, UUID.randomUUID());
        return new Meta(id, orderId, 0, now, id, STORE);
    }

    private static <T extends Message> List<T> messagesOf(Class<T> type, String order) {
        return messages(type).stream()
                .filter(message -> message.meta().orderId().equals(order))
                .toList();
    }

    private static <T extends Message> List<T> messages(Class<T> type) {
        return kafka().messages(Topics.of(type)).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static StreamsProcess started(DecisionTopology<?> topology) throws InterruptedException {
        StreamsSettings settings = new StreamsSettings(
                state.resolve(topology.service()).toString(),
                1,
                Duration.ofMillis(20),
                Duration.ofSeconds(10),
                -1,
                0,
                Duration.ofSeconds(10),
                1 << 20,
                TIMER);
        return StreamsProcess.start(topology, settings, new KafkaSettings(kafka().bootstrapServers(), Map.of()));
    }

    private static TestKafka kafka() {
        return SHARED.kafka();
    }
}
