package dev.orderbackbone.operator.stuck;

import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import dev.orderbackbone.operator.parked.ParkedEntry;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In each history one thing happens a minute, from 12:00 on, and each is caused by the one before it. */
class DebtsTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final String ASKED = "2026-11-27 12:00:00";
    private static final String NEXT = "2026-11-27 12:01:00";
    private static final String THIRD = "2026-11-27 12:02:00";
    private static final UUID CALL = new UUID(7, 7);

    static Stream<Arguments> histories() {
        return Stream.of(
                arguments(
                        OrderStatus.PENDING,
                        1,
                        List.of(),
                        "ReserveStock: order-events (all that was asked is answered)"),
                arguments(
                        OrderStatus.PENDING,
                        1,
                        List.of(reserve(0, "a"), reserve(1, "b"), reserved(2, "a")),
                        "StockReserved or StockRefused of b: inventory-projector (asked " + NEXT + ")"),
                arguments(
                        OrderStatus.PENDING,
                        1,
                        List.of(reserve(0, "a"), refused(1, "a")),
                        "OrderConfirmed or OrderCancelling: order-events (all that was asked is answered)"),
                arguments(
                        OrderStatus.PENDING,
                        1,
                        List.of(authorize(0)),
                        "PaymentAuthorized or PaymentDeclined: payment-processor (asked " + ASKED
                                + ", no gateway call made)"),
                arguments(
                        OrderStatus.PENDING,
                        1,
                        List.of(authorize(0), call(1, AUTHORIZE, "")),
                        "PaymentAuthorized or PaymentDeclined: payment-processor (gateway call made " + NEXT
                                + ", no answer)"),
                arguments(
                        OrderStatus.PENDING,
                        1,
                        List.of(authorize(0), call(1, AUTHORIZE, ""), answer(2, AUTHORIZE, GatewayOutcome.APPROVED)),
                        "PaymentAuthorized or PaymentDeclined: payment-processor (gateway call made " + NEXT
                                + ", answered APPROVED)"),
                arguments(
                        OrderStatus.HELD,
                        1,
                        List.of(authorize(0), call(1, AUTHORIZE, ""), unknown(2, AUTHORIZE, "", false)),
                        "PaymentOutcomeResolved of AUTHORIZE: the payment gateway (unknown since " + THIRD
                                + "; gateway call made " + NEXT + ", no answer)"),
                arguments(
                        OrderStatus.HELD,
                        1,
                        List.of(capture(0), unknown(1, CAPTURE, "s-1", false), unknown(2, CAPTURE, "s-1", true)),
                        "ResolvePayment of CAPTURE s-1: an operator (asking the gateway was given up " + THIRD + ")"),
                arguments(
                        OrderStatus.HELD,
                        1,
                        List.of(capture(0), unknown(1, CAPTURE, "s-1", false), resolved(2, CAPTURE, "s-1")),
                        "PaymentCaptured of s-1: payment-processor (asked " + ASKED + ", no gateway call made)"),
                arguments(
                        OrderStatus.HELD,
                        1,
                        List.of(capture(0), captureFailed(1)),
                        "ReleaseRequested: an operator (CAPTURE s-1 refused " + NEXT + ": expired_card)"),
                arguments(OrderStatus.HELD, 1, List.of(), "ReleaseRequested: an operator"),
                arguments(OrderStatus.CONFIRMED, 5, List.of(), "ShipmentDispatched of 5 units: the warehouse"),
                arguments(
                        OrderStatus.PROCESSING,
                        2,
                        List.of(consume(0), consumed(1), capture(2), captured(3)),
                        "ShipmentDispatched of 2 units: the warehouse"),
                arguments(
                        OrderStatus.PROCESSING,
                        0,
                        List.of(consume(0), capture(1), captured(2)),
                        "ReservationConsumed of s-1 in a: inventory-projector (asked " + ASKED + ")"),
                arguments(
                        OrderStatus.PROCESSING,
                        0,
                        List.of(capture(0), captureFailed(1), capture(2)),
                        "PaymentCaptured of s-1: payment-processor (asked " + THIRD + ", no gateway call made)"),
                arguments(
                        OrderStatus.PROCESSING,
                        0,
                        List.of(consume(0), consumed(1)),
                        "OrderCompleted: order-events (all that was asked is answered)"),
                arguments(
                        OrderStatus.CANCELLING,
                        1,
                        List.of(reserve(0, "a"), release(1, "a")),
                        "StockReserved or StockRefused of a: inventory-projector (asked " + ASKED + ") | "
                                + "ReservationReleased of a: inventory-projector (asked " + NEXT + ")"),
                arguments(
                        OrderStatus.CANCELLING,
                        1,
                        List.of(reserve(0, "a"), release(1, "a"), refused(2, "a"), voiding(3)),
                        "PaymentVoided: payment-processor (asked 2026-11-27 12:03:00, no gateway call made)"),
                arguments(
                        OrderStatus.CANCELLING,
                        1,
                        List.of(release(0, "a"), released(1, "a"), voiding(2), voided(3)),
                        "OrderCancelled, OrderExpired, OrderRejected or OrderCompleted: order-events"
                                + " (all that was asked is answered)"),
                arguments(
                        OrderStatus.CANCELLING,
                        1,
                        List.of(refund(0)),
                        "PaymentRefunded of r-1: payment-processor (asked " + ASKED + ", no gateway call made)"),
                arguments(
                        OrderStatus.PENDING,
                        1,
                        List.of(authorize(0), authorized(1)),
                        "ReserveStock: order-events (all that was asked is answered)"));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void followFromWhatWasAskedAndNotAnswered(
            OrderStatus status, long unshipped, List<Message> history, String expected) {
        List<Message> shuffled = new ArrayList<>(history);
        Collections.reverse(shuffled);

        assertThat(told(Debts.of(order(status, unshipped), shuffled, List.of())))
                .isEqualTo(expected);
    }

    @Test
    void manyPoolsAreToldInOneLine() {
        List<Message> asked =
                Stream.of("a", "b", "c", "d", "e").map(pool -> reserve(0, pool)).toList();

        assertThat(told(Debts.of(order(OrderStatus.PENDING, 1), asked, List.of())))
                .contains("of a, b, c and 2 more: inventory-projector");
    }

    @Test
    void whatIsParkedComesFirst() {
        ParkedRecord parked = new ParkedRecord(
                "order-events",
                "o",
                new Place("order-events.parked.v1", 0, 3),
                new Place("inventory.events.v1", 2, 9),
                "DECIDER_FAILED",
                0,
                false);
        ParkedEntry entry = new ParkedEntry(
                parked,
                "",
                NOON,
                "o",
                null,
                "CORRUPT",
                3,
                Map.of(),
                new ConsumerRecord<>("any", 0, 0, new byte[0], new byte[0]));

        assertThat(told(Debts.of(order(OrderStatus.CONFIRMED, 1), List.of(), List.of(entry, entry))))
                .isEqualTo("a decision on inventory.events.v1/2@9 and 1 more: an operator (order-events has parked it: "
                        + "DECIDER_FAILED) | ShipmentDispatched of 1 units: the warehouse");
    }

    @Test
    void aRowThatIsBehindTheLogIsOwedByTheProjection() {
        OrderPlaced placed = new OrderPlaced(
                new Meta(new UUID(0, 1), "o", 1, NOON, new UUID(0, 1), "shop"),
                "key",
                0,
                null,
                null,
                null,
                "GBP",
                List.of(),
                List.of(),
                0,
                NOON,
                NOON);

        assertThat(told(Debts.of(order(OrderStatus.CANCELLING, 1), List.of(placed), List.of())))
                .isEqualTo("its row in mart.orders: the projection (the log says that the order is PENDING)");
    }

    private static String told(List<Debt> debts) {
        return String.join(
                " | ",
                debts.stream().map(debt -> debt.missing() + ": " + debt.owner()).toList());
    }

    private static OpenOrder order(OrderStatus status, long unshipped) {
        return new OpenOrder("o", status, NOON, NOON, unshipped);
    }

    private static Meta meta(int minute) {
        return new Meta(new UUID(minute + 1, 0), "o", 0, NOON.plusSeconds(60L * minute), new UUID(minute, 0), "shop");
    }

    private static Message reserve(int minute, String pool) {
        return new ReserveStock(meta(minute), pool, List.of());
    }

    private static Message reserved(int minute, String pool) {
        return new StockReserved(meta(minute), pool, 1, List.of());
    }

    private static Message refused(int minute, String pool) {
        return new StockRefused(meta(minute), pool, 1, List.of());
    }

    private static Message release(int minute, String pool) {
        return new ReleaseReservation(meta(minute), pool);
    }

    private static Message released(int minute, String pool) {
        return new ReservationReleased(meta(minute), pool, 1, List.of());
    }

    private static Message consume(int minute) {
        return new ConsumeReservation(meta(minute), "a", "s-1", List.of());
    }

    private static Message consumed(int minute) {
        return new ReservationConsumed(meta(minute), "a", 1, "s-1", List.of());
    }

    private static Message authorize(int minute) {
        return new AuthorizePayment(meta(minute), 100, "GBP", "token");
    }

    private static Message authorized(int minute) {
        return new PaymentAuthorized(meta(minute), 100, "GBP", "a-1");
    }

    private static Message capture(int minute) {
        return new CapturePayment(meta(minute), "s-1", 100, "GBP");
    }

    private static Message captured(int minute) {
        return new PaymentCaptured(meta(minute), "s-1", 100, "GBP");
    }

    private static Message captureFailed(int minute) {
        return new PaymentCaptureFailed(meta(minute), "s-1", 100, "GBP", "expired_card");
    }

    private static Message voiding(int minute) {
        return new VoidPayment(meta(minute), "cancelled");
    }

    private static Message voided(int minute) {
        return new PaymentVoided(meta(minute), 100, "GBP");
    }

    private static Message refund(int minute) {
        return new RefundPayment(meta(minute), "r-1", 100, "GBP");
    }

    private static Message call(int minute, GatewayOperation operation, String id) {
        return new GatewayCall(
                meta(minute), CALL, operation, id, false, "key", 1, null, 100, "GBP", null, NOON.plusSeconds(600));
    }

    private static Message answer(int minute, GatewayOperation operation, GatewayOutcome outcome) {
        return new GatewayAnswer(meta(minute), CALL, operation, "", outcome, null, 100, "");
    }

    private static Message unknown(int minute, GatewayOperation operation, String id, boolean review) {
        return new PaymentOutcomeUnknown(meta(minute), operation, id, 100, "GBP", review);
    }

    private static Message resolved(int minute, GatewayOperation operation, String id) {
        return new PaymentOutcomeResolved(meta(minute), operation, id, GatewayOutcome.APPROVED, "gateway");
    }
}
