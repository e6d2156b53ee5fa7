package dev.orderbackbone.contract.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.orderbackbone.contract.Meta;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderHistoryTest {
    private static final String ORDER = "order-1";

    /** An event that waits for its place in the sequence. */
    @FunctionalInterface
    interface Step {
        OrderEvent at(Meta meta);
    }

    private static final Step PLACED = placed(0);
    private static final Step CONFIRMED = meta -> new OrderConfirmed(meta, 1_500);
    private static final Step EXPIRED = OrderExpired::new;
    private static final Step CANCELLED = meta -> new OrderCancelled(meta, "");
    private static final Step SHIP_CUP = shipped("s1", 300, 1, 1);
    private static final Step SHIP_CUPS = shipped("s2", 300, 1, 1);
    private static final Step SHIP_POT = shipped("s3", 900, 2, 1);
    private static final Step SHIP_ALL = meta ->
            new OrderShipped(meta, "s4", List.of(new ShippedLine(1, 2), new ShippedLine(2, 1)), 1_500, null, null);
    private static final Step RETURN_CUP = returned("r1", 300, 1, 1);

    static Stream<Arguments> legal() {
        return Stream.of(
                arguments(OrderStatus.PENDING, steps(PLACED)),
                arguments(OrderStatus.CONFIRMED, steps(PLACED, CONFIRMED)),
                arguments(OrderStatus.REJECTED, steps(PLACED, rejected(CancellationReason.OUT_OF_STOCK))),
                arguments(OrderStatus.HELD, steps(PLACED, held(OrderStatus.PENDING))),
                arguments(OrderStatus.PENDING, steps(PLACED, held(OrderStatus.PENDING), released(OrderStatus.PENDING))),
                arguments(OrderStatus.CANCELLED, steps(PLACED, cancelling(CancellationReason.REQUESTED), CANCELLED)),
                arguments(OrderStatus.EXPIRED, steps(PLACED, cancelling(CancellationReason.EXPIRED), EXPIRED)),
                arguments(
                        OrderStatus.REJECTED,
                        steps(
                                PLACED,
                                cancelling(CancellationReason.PAYMENT_DECLINED),
                                rejected(CancellationReason.PAYMENT_DECLINED))),
                arguments(
                        OrderStatus.CANCELLED,
                        steps(PLACED, held(OrderStatus.PENDING), cancelling(CancellationReason.REQUESTED), CANCELLED)),
                arguments(OrderStatus.PROCESSING, steps(PLACED, CONFIRMED, SHIP_CUP)),
                arguments(
                        OrderStatus.COMPLETED,
                        steps(PLACED, CONFIRMED, SHIP_CUP, SHIP_CUPS, SHIP_POT, completed(1_500))),
                arguments(
                        OrderStatus.COMPLETED,
                        steps(PLACED, CONFIRMED, SHIP_CUP, cancelling(CancellationReason.REQUESTED), completed(300))),
                arguments(
                        OrderStatus.PROCESSING,
                        steps(
                                PLACED,
                                CONFIRMED,
                                held(OrderStatus.CONFIRMED),
                                SHIP_CUP,
                                released(OrderStatus.PROCESSING))),
                arguments(OrderStatus.COMPLETED, steps(PLACED, CONFIRMED, SHIP_ALL, completed(1_500), RETURN_CUP)),
                arguments(
                        OrderStatus.CANCELLING,
                        steps(PLACED, CONFIRMED, SHIP_CUP, cancelling(CancellationReason.REQUESTED), RETURN_CUP)));
    }

    @ParameterizedTest
    @MethodSource
    void legal(OrderStatus status, List<Step> steps) {
        OrderHistory history = historyOf(steps);

        assertThat(history.violations()).isEmpty();
        assertThat(history.status()).isEqualTo(status);
        assertThat(history.sequence()).isEqualTo(steps.size());
        assertThat(history.terminalEvents()).isEqualTo(history.isTerminal() ? 1 : 0);
    }

    static Stream<Arguments> illegal() {
        return Stream.of(
                arguments("OrderConfirmed 1", steps(CONFIRMED)),
                arguments("OrderPlaced 2", steps(PLACED, PLACED)),
                arguments("OrderConfirmed 3", steps(PLACED, CONFIRMED, CONFIRMED)),
                arguments("OrderShipped 2", steps(PLACED, SHIP_CUP)),
                arguments("OrderShipped 3", steps(PLACED, held(OrderStatus.PENDING), SHIP_CUP)),
                arguments(
                        "OrderShipped 4", steps(PLACED, CONFIRMED, cancelling(CancellationReason.REQUESTED), SHIP_CUP)),
                arguments("OrderHeld 2", steps(PLACED, held(OrderStatus.CONFIRMED))),
                arguments("OrderHeld 3", steps(PLACED, held(OrderStatus.PENDING), held(OrderStatus.HELD))),
                arguments(
                        "OrderHeld 3",
                        steps(PLACED, cancelling(CancellationReason.REQUESTED), held(OrderStatus.CANCELLING))),
                arguments("OrderReleased 2", steps(PLACED, released(OrderStatus.PENDING))),
                arguments("OrderReleased 3", steps(PLACED, held(OrderStatus.PENDING), released(OrderStatus.CONFIRMED))),
                arguments("OrderConfirmed 3", steps(PLACED, held(OrderStatus.PENDING), CONFIRMED)),
                arguments("OrderCancelling 3", steps(PLACED, CONFIRMED, cancelling(CancellationReason.EXPIRED))),
                arguments("OrderCancelling 3", steps(PLACED, CONFIRMED, cancelling(CancellationReason.OUT_OF_STOCK))),
                arguments(
                        "OrderCancelling 3",
                        steps(
                                PLACED,
                                cancelling(CancellationReason.REQUESTED),
                                cancelling(CancellationReason.REQUESTED))),
                arguments("OrderCancelled 2", steps(PLACED, CANCELLED)),
                arguments("OrderCancelled 3", steps(PLACED, cancelling(CancellationReason.EXPIRED), CANCELLED)),
                arguments(
                        "OrderCancelled 5",
                        steps(PLACED, CONFIRMED, SHIP_CUP, cancelling(CancellationReason.REQUESTED), CANCELLED)),
                arguments("OrderExpired 3", steps(PLACED, cancelling(CancellationReason.REQUESTED), EXPIRED)),
                arguments("OrderRejected 3", steps(PLACED, CONFIRMED, rejected(CancellationReason.OUT_OF_STOCK))),
                arguments("OrderRejected 2", steps(PLACED, rejected(CancellationReason.REQUESTED))),
                arguments(
                        "OrderRejected 3",
                        steps(
                                PLACED,
                                cancelling(CancellationReason.OUT_OF_STOCK),
                                rejected(CancellationReason.PAYMENT_DECLINED))),
                arguments("OrderCompleted 3", steps(PLACED, CONFIRMED, completed(0))),
                arguments("OrderCompleted 4", steps(PLACED, CONFIRMED, SHIP_CUP, completed(300))),
                arguments("OrderCompleted 3", steps(PLACED, cancelling(CancellationReason.REQUESTED), completed(0))),
                arguments("OrderReturned 3", steps(PLACED, CONFIRMED, RETURN_CUP)),
                arguments(
                        "OrderCancelled 4",
                        steps(PLACED, cancelling(CancellationReason.REQUESTED), CANCELLED, CANCELLED)),
                // Quantities and amounts.
                arguments("authorises 1500 of 1600", steps(placed(100), CONFIRMED)),
                arguments("comes to 1500, but says 7", steps(meta -> order(meta, 0, 7))),
                arguments("repeats shipment s1", steps(PLACED, CONFIRMED, SHIP_CUP, SHIP_CUP)),
                arguments("ships more of line 1", steps(PLACED, CONFIRMED, shipped("s1", 900, 1, 3))),
                arguments("names units that cannot be", steps(PLACED, CONFIRMED, shipped("s1", 0, 3, 1))),
                arguments("names units that cannot be", steps(PLACED, CONFIRMED, shipped("s1", 0, 1, 0))),
                arguments("is worth 300, but says 299", steps(PLACED, CONFIRMED, shipped("s1", 299, 1, 1))),
                arguments("repeats return r1", steps(PLACED, CONFIRMED, SHIP_CUP, RETURN_CUP, RETURN_CUP)),
                arguments("takes back more of line 1", steps(PLACED, CONFIRMED, SHIP_CUP, returned("r1", 600, 1, 2))),
                arguments("names units that cannot be", steps(PLACED, CONFIRMED, SHIP_CUP, returned("r1", 0, 0, 1))),
                arguments("refunds 301", steps(PLACED, CONFIRMED, SHIP_CUP, returned("r1", 301, 1, 1))),
                arguments("refunds -1", steps(PLACED, CONFIRMED, SHIP_CUP, returned("r1", -1, 1, 1))),
                arguments("says that 1400 shipped", steps(PLACED, CONFIRMED, SHIP_ALL, completed(1_400))));
    }

    @ParameterizedTest
    @MethodSource
    void illegal(String violation, List<Step> steps) {
        assertThat(historyOf(steps).violations())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).contains(violation));
    }

    @Test
    void noticesAGapARepetitionAndAForeignEvent() {
        OrderHistory placed = historyOf(steps(PLACED));

        assertThat(placed.after(CONFIRMED.at(meta(ORDER, 3))).violations())
                .containsExactly("OrderConfirmed 3: follows 1");
        assertThat(placed.after(CONFIRMED.at(meta(ORDER, 1))).violations())
                .containsExactly("OrderConfirmed 1: follows 1");
        assertThat(placed.after(CONFIRMED.at(meta("order-2", 2))).violations())
                .containsExactly("OrderConfirmed 2: belongs to order-2");
    }

    @Test
    void reportsAFaultOnceAndGoesOn() {
        OrderHistory history = historyOf(steps(PLACED, SHIP_CUP, SHIP_CUPS, SHIP_POT, completed(1_500)));

        assertThat(history.violations())
                .hasSize(1)
                .first()
                .asString()
                .contains("cannot happen to an order that is PENDING");
        assertThat(history.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(history.shippedMinor()).isEqualTo(1_500);
    }

    @Test
    void countsEveryEventThatEndsTheOrder() {
        OrderHistory history =
                historyOf(steps(PLACED, CONFIRMED, SHIP_ALL, completed(1_500), RETURN_CUP, completed(1_500)));

        assertThat(history.terminalEvents()).isEqualTo(2);
    }

    @Test
    void usesUpADiscountThatExceedsTheFirstShipmentWithTheNext() {
        Step first = shipped("s1", 0, 1, 1);
        Step second = shipped("s2", 200, 1, 1);

        assertThat(historyOf(steps(placed(-400), meta -> new OrderConfirmed(meta, 1_100), first, second))
                        .violations())
                .isEmpty();
    }

    private static OrderHistory historyOf(List<Step> steps) {
        OrderHistory history = OrderHistory.of(ORDER);
        for (int index = 0; index < steps.size(); index++) {
            history = history.after(steps.get(index).at(meta(ORDER, index + 1)));
        }
        return history;
    }

    private static List<Step> steps(Step... steps) {
        return Arrays.asList(steps);
    }

    /** Two cups at 300, a pot at 900, and charges. */
    private static Step placed(long chargesMinor) {
        return meta -> order(meta, chargesMinor, 1_500 + chargesMinor);
    }

    private static OrderPlaced order(Meta meta, long chargesMinor, long totalMinor) {
        List<OrderLine> lines =
                List.of(new OrderLine(1, "cup", null, 2, 300, "main"), new OrderLine(2, "pot", null, 1, 900, "main"));
        List<Charge> charges = List.of(new Charge("charge", null, chargesMinor));
        Instant now = Instant.EPOCH;
        return new OrderPlaced(meta, "key", 1, null, null, null, "GBP", lines, charges, totalMinor, now, now);
    }

    private static Step held(OrderStatus from) {
        return meta -> new OrderHeld(meta, HoldReason.OPERATOR, "", from);
    }

    private static Step released(OrderStatus resumed) {
        return meta -> new OrderReleased(meta, HoldReason.OPERATOR, resumed);
    }

    private static Step cancelling(CancellationReason reason) {
        return meta -> new OrderCancelling(meta, reason, "");
    }

    private static Step rejected(CancellationReason reason) {
        return meta -> new OrderRejected(meta, reason, "");
    }

    private static Step shipped(String shipmentId, long amountMinor, int line, int quantity) {
        return meta ->
                new OrderShipped(meta, shipmentId, List.of(new ShippedLine(line, quantity)), amountMinor, null, null);
    }

    private static Step returned(String returnId, long refundMinor, int line, int quantity) {
        return meta ->
                new OrderReturned(meta, returnId, List.of(new ReturnedLine(line, quantity, true)), refundMinor, null);
    }

    private static Step completed(long shippedMinor) {
        return meta -> new OrderCompleted(meta, shippedMinor);
    }

    private static Meta meta(String orderId, int sequence) {
        UUID id = new UUID(0, sequence);
        return new Meta(id, orderId, sequence, Instant.EPOCH, id, "shop");
    }
}
