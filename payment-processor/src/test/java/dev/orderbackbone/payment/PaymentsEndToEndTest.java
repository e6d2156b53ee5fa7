package dev.orderbackbone.payment;

import static dev.orderbackbone.simulators.gateway.GatewayEntry.Operation.AUTHORIZE;
import static dev.orderbackbone.simulators.gateway.GatewayEntry.Operation.CAPTURE;
import static dev.orderbackbone.simulators.gateway.GatewayEntry.Operation.REFUND;
import static dev.orderbackbone.simulators.gateway.GatewayEntry.Operation.VOID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.simulators.faults.Faults;
import dev.orderbackbone.simulators.gateway.GatewayEntry;
import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import dev.orderbackbone.simulators.gateway.GatewayFault;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Decider, worker and adapter on a real broker, against the gateway simulator with all of its faults: each effect happens once. */
class PaymentsEndToEndTest {
    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(4);

    /** Longer than any test: on a busy machine an outcome can stay unknown for long. */
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    Path folder;

    private SimulatedGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = SimulatedGateway.start(folder.resolve("gateway"));
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    @Test
    void whateverGoesWrongOnceGoesRightInTheEndAndHappensOnce() throws Exception {
        try (RunningPayments _ = serve(NEVER)) {
            Commander commander = new Commander(KAFKA, "once-");
            List<String> tokens = Stream.of("", "capture_", "void_", "refund_")
                    .flatMap(operation -> disturbances().map(fault -> "tok_" + operation + fault + "_then_ok"))
                    .toList();
            tokens.forEach(token -> commander.authorize(token, token));

            Await.until(() ->
                    assertThat(endedBy(PaymentVoided.class, commander.lead())).hasSize(tokens.size()));

            tokens.forEach(token -> assertWholeLife("once-" + token));
            assertThat(gateway.ledger()).hasSize(tokens.size() * 4);
        }
    }

    @Test
    void whatIsDeclinedIsToldSo() throws Exception {
        try (RunningPayments _ = serve(NEVER)) {
            Commander commander = new Commander(KAFKA, "declined-");
            commander.authorize("at-once", "tok_declined");
            commander.authorize("at-capture", "tok_capture_declined");

            Await.until(() -> assertThat(commander.lead())
                    .hasAtLeastOneElementOfType(PaymentDeclined.class)
                    .hasAtLeastOneElementOfType(PaymentCaptureFailed.class));

            assertThat(approved(AUTHORIZE, "declined-at-once")).isZero();
            assertThat(approved(CAPTURE, "declined-at-capture")).isZero();
        }
    }

    @Test
    void whatNobodyCanFindOutIsForAPerson() throws Exception {
        try (RunningPayments _ = serve(Duration.ofSeconds(20))) {
            Commander commander = new Commander(KAFKA, "lost-");
            commander.authorize("for-ever", "tok_timeout_before_charge");

            Await.until(() -> assertThat(commander.lead()).anyMatch(PaymentsEndToEndTest::isForReview));

            assertThat(gateway.ledger()).isEmpty();
        }
    }

    @Test
    void ordersWaitWhileTheGatewayIsDown() throws Exception {
        try (RunningPayments payments = serve(NEVER)) {
            Commander commander = new Commander(KAFKA, "down-");
            gateway.restart(SimulatedGateway.unavailable());
            for (int order = 0; order < 60; order++) {
                commander.authorize("order-" + order, "tok_ok");
            }
            Await.until(() -> assertThat(payments.isCircuitOpen()).isTrue());
            assertThat(commander.events()).isEmpty();

            gateway.restart(Faults.none());

            Await.until(() -> assertThat(endedBy(PaymentAuthorized.class, commander.events()))
                    .hasSize(60));
            assertThat(commander.events()).doesNotHaveAnyElementsOfTypes(PaymentOutcomeUnknown.class);
            assertThat(payments.isCircuitOpen()).isFalse();
            assertThat(gateway.ledger()).hasSize(60);
        }
    }

    @Test
    void hundredsOfPaymentsEndThoughOneInThreeCallsIsDisturbed() throws Exception {
        try (RunningPayments _ = serve(NEVER)) {
            Commander commander = new Commander(KAFKA, "crowd-");
            Map<GatewayFault, Double> percents = new EnumMap<>(GatewayFault.class);
            Arrays.stream(GatewayFault.values()).forEach(fault -> percents.put(fault, 4.0));
            gateway.restart(SimulatedGateway.faults(percents));
            Instant start = Instant.now();
            for (int order = 0; order < 150; order++) {
                commander.authorize("order-" + order, "card");
            }

            for (int half = 75; half <= 150; half += 75) {
                int soMany = half;
                Await.until(() -> assertThat(ended(commander.lead())).hasSizeGreaterThanOrEqualTo(soMany));
            }

            System.out.printf(
                    "150 payments of four calls each, a third of the calls disturbed: %d s, %d said to be unknown meanwhile%n",
                    Duration.between(start, Instant.now()).toSeconds(),
                    commander.events().stream()
                            .filter(PaymentOutcomeUnknown.class::isInstance)
                            .count());
            Set<String> voided = endedBy(PaymentVoided.class, commander.events());
            assertThat(voided).hasSizeGreaterThan(100);
            voided.forEach(this::assertWholeLife);
        }
    }

    /** Starts the service, with a person called when an outcome has been unknown for so long. */
    private RunningPayments serve(Duration reviewAfter) throws InterruptedException {
        RunningPayments payments =
                RunningPayments.start(KAFKA, gateway.address(), folder.resolve("state"), reviewAfter);
        Await.until(() -> assertThat(payments.isRunning()).isTrue());
        return payments;
    }

    private static Stream<String> disturbances() {
        return Stream.of(
                "slow",
                "slow_before_charge",
                "timeout_before_charge",
                "timeout_after_charge",
                "error_500",
                "error_500_after_charge",
                "reset_before_charge",
                "reset_after_charge",
                "duplicate_answer");
    }

    private void assertWholeLife(String order) {
        assertThat(approved(AUTHORIZE, order)).as(order).isEqualTo(Commander.AUTHORIZED_MINOR);
        assertThat(approved(CAPTURE, order)).as(order).isEqualTo(Commander.CAPTURED_MINOR);
        assertThat(approved(REFUND, order)).as(order).isEqualTo(Commander.REFUNDED_MINOR);
        assertThat(approved(VOID, order)).as(order).isEqualTo(Commander.AUTHORIZED_MINOR - Commander.CAPTURED_MINOR);
    }

    private long approved(Operation operation, String order) {
        return gateway.ledger().stream()
                .filter(entry -> entry.operation() == operation && entry.approved())
                .filter(entry -> entry.reference().equals(order))
                .mapToLong(GatewayEntry::amountMinor)
                .sum();
    }

    /** Orders of which nothing more is to come. */
    private static Set<String> ended(List<PaymentEvent> events) {
        return events.stream()
                .filter(event -> event instanceof PaymentVoided
                        || event instanceof PaymentDeclined
                        || event instanceof PaymentCaptureFailed)
                .map(event -> event.meta().orderId())
                .collect(Collectors.toSet());
    }

    private static Set<String> endedBy(Class<? extends PaymentEvent> kind, List<PaymentEvent> events) {
        return events.stream()
                .filter(kind::isInstance)
                .map(event -> event.meta().orderId())
                .collect(Collectors.toSet());
    }

    private static boolean isForReview(PaymentEvent event) {
        return event instanceof PaymentOutcomeUnknown unknown && unknown.reviewRequired();
    }
}
