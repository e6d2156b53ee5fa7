package dev.orderbackbone.contract.order;

import static dev.orderbackbone.contract.order.OrderStatus.CANCELLED;
import static dev.orderbackbone.contract.order.OrderStatus.CANCELLING;
import static dev.orderbackbone.contract.order.OrderStatus.COMPLETED;
import static dev.orderbackbone.contract.order.OrderStatus.CONFIRMED;
import static dev.orderbackbone.contract.order.OrderStatus.EXPIRED;
import static dev.orderbackbone.contract.order.OrderStatus.HELD;
import static dev.orderbackbone.contract.order.OrderStatus.PENDING;
import static dev.orderbackbone.contract.order.OrderStatus.PROCESSING;
import static dev.orderbackbone.contract.order.OrderStatus.REJECTED;
import static dev.orderbackbone.contract.order.OrderStatus.UNKNOWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one order come to, and whether they can be true: the sequence is exactly 1, 2, ... n, every event is legal in the
 * state that it meets, no more ships than was ordered, no more comes back than has shipped, and amounts are those of the goods. Immutable;
 * an event that is wrong is noted and then taken at its word, so that one fault is not reported over and over.
 */
public final class OrderHistory {
    private final String orderId;
    private final int sequence;
    private final OrderStatus status;
    private final OrderStatus heldFrom;
    private final CancellationReason reason;
    private final ShippedGoods goods;
    private final int terminalEvents;
    private final List<String> violations;

    private OrderHistory(
            String orderId,
            int sequence,
            OrderStatus status,
            OrderStatus heldFrom,
            CancellationReason reason,
            ShippedGoods goods,
            int terminalEvents,
            List<String> violations) {
        this.orderId = orderId;
        this.sequence = sequence;
        this.status = status;
        this.heldFrom = heldFrom;
        this.reason = reason;
        this.goods = goods;
        this.terminalEvents = terminalEvents;
        this.violations = violations;
    }

    /** The history of an order before its first event. */
    public static OrderHistory of(String orderId) {
        return new OrderHistory(
                orderId, 0, UNKNOWN, UNKNOWN, CancellationReason.UNKNOWN, ShippedGoods.NONE, 0, List.of());
    }

    /** Sequence of the latest event; 0 before the first. */
    public int sequence() {
        return sequence;
    }

    /** The state that the events lead to; UNKNOWN before the first. */
    public OrderStatus status() {
        return status;
    }

    /** Whether the order has ended. */
    public boolean isTerminal() {
        return isTerminal(status);
    }

    /** How many events said that the order has ended: at most one in a true history, exactly one when all is quiet. */
    public int terminalEvents() {
        return terminalEvents;
    }

    /** Value of what has shipped, minor units. */
    public long shippedMinor() {
        return goods.shippedMinor();
    }

    /** What cannot be true, in the order of the events; empty for a true history. */
    public List<String> violations() {
        return violations;
    }

    /** The history with one more event. */
    public OrderHistory after(OrderEvent event) {
        List<String> found = Stream.of(misplaced(event), illegal(event), goods.contradiction(event))
                .flatMap(Stream::ofNullable)
                .map(what ->
                        event.getClass().getSimpleName() + " " + event.meta().sequence() + ": " + what)
                .toList();
        OrderStatus next = statusAfter(event);
        return new OrderHistory(
                orderId,
                event.meta().sequence(),
                next,
                heldFromAfter(event),
                event instanceof OrderCancelling cancelling ? cancelling.reason() : reason,
                goods.after(event),
                terminalEvents + (isTerminal(next) && !(event instanceof OrderReturned) ? 1 : 0),
                plus(found));
    }

    private @Nullable String misplaced(OrderEvent event) {
        if (!event.meta().orderId().equals(orderId)) {
            return "belongs to " + event.meta().orderId();
        }
        return event.meta().sequence() == sequence + 1 ? null : "follows " + sequence;
    }

    private @Nullable String illegal(OrderEvent event) {
        return switch (event) {
            case OrderPlaced _ -> unless(status == UNKNOWN);
            case OrderConfirmed _ -> unless(status == PENDING);
            case OrderHeld held -> unless(isUnderWay(status) && held.heldFrom() == status);
            case OrderReleased released -> unless(status == HELD && released.resumed() == heldFrom);
            case OrderCancelling cancelling -> unless(mayBeTakenBack(cancelling.reason()));
            case OrderShipped _ -> unless(status == HELD ? mayShip(heldFrom) : mayShip(status));
            case OrderReturned _ -> unless(goods.anythingShipped());
            case OrderCompleted _ -> unless(mayComplete());
            case OrderCancelled _ -> unless(endsBecause(CancellationReason.REQUESTED));
            case OrderExpired _ -> unless(endsBecause(CancellationReason.EXPIRED));
            case OrderRejected rejected ->
                unless(isRejection(rejected.reason()) && (status == PENDING || endsBecause(rejected.reason())));
        };
    }

    private OrderStatus statusAfter(OrderEvent event) {
        return switch (event) {
            case OrderPlaced _ -> PENDING;
            case OrderConfirmed _ -> CONFIRMED;
            case OrderHeld _ -> HELD;
            case OrderReleased released -> released.resumed();
            case OrderCancelling _ -> CANCELLING;
            case OrderShipped _ -> status == HELD ? HELD : PROCESSING;
            case OrderReturned _ -> status;
            case OrderCompleted _ -> COMPLETED;
            case OrderCancelled _ -> CANCELLED;
            case OrderExpired _ -> EXPIRED;
            case OrderRejected _ -> REJECTED;
        };
    }

    private OrderStatus heldFromAfter(OrderEvent event) {
        if (event instanceof OrderHeld held) {
            return held.heldFrom();
        }
        return event instanceof OrderShipped && status == HELD ? PROCESSING : heldFrom;
    }

    private @Nullable String unless(boolean legal) {
        return legal ? null : "cannot happen to an order that is " + this;
    }

    private boolean mayBeTakenBack(CancellationReason why) {
        return switch (why) {
            case REQUESTED, CancellationReason.UNKNOWN -> isUnderWay(status) || status == HELD;
            case EXPIRED, OUT_OF_STOCK, PAYMENT_DECLINED -> status == PENDING;
        };
    }

    private boolean mayComplete() {
        return status == PROCESSING ? goods.everythingShipped() : status == CANCELLING && goods.anythingShipped();
    }

    private boolean endsBecause(CancellationReason why) {
        return status == CANCELLING && reason == why && !goods.anythingShipped();
    }

    private static boolean isRejection(CancellationReason why) {
        return why == CancellationReason.OUT_OF_STOCK || why == CancellationReason.PAYMENT_DECLINED;
    }

    private static boolean isUnderWay(OrderStatus status) {
        return status == PENDING || mayShip(status);
    }

    private static boolean mayShip(OrderStatus status) {
        return status == CONFIRMED || status == PROCESSING;
    }

    private static boolean isTerminal(OrderStatus status) {
        return Arrays.asList(COMPLETED, CANCELLED, EXPIRED, REJECTED).contains(status);
    }

    private List<String> plus(List<String> found) {
        if (found.isEmpty()) {
            return violations;
        }
        List<String> all = new ArrayList<>(violations);
        all.addAll(found);
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return switch (status) {
            case UNKNOWN -> "not placed";
            case HELD -> "HELD from " + heldFrom;
            case CANCELLING -> "CANCELLING (" + reason + ")";
            case PENDING, CONFIRMED, PROCESSING, COMPLETED, CANCELLED, EXPIRED, REJECTED -> status.name();
        };
    }
}
