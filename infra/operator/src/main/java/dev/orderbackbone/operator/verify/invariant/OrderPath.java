package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderStatus;

/**
 * The design's table of an order's states, as a fold over its events. Written apart from the saga's own, and followed whether an event is legal or
 * not: an illegal one is told once and the path goes on from where it leads.
 */
final class OrderPath {
    private OrderStatus status = OrderStatus.UNKNOWN;
    private OrderStatus heldFrom = OrderStatus.UNKNOWN;
    private CancellationReason reason = CancellationReason.UNKNOWN;
    private boolean placed;
    private boolean shipped;

    /** Goes one step on. Returns whether the table allows it. */
    boolean follow(OrderEvent event) {
        boolean legal = allows(event);
        take(event);
        return legal;
    }

    OrderStatus status() {
        return status;
    }

    /** Whether anything of the order has shipped. */
    boolean hasShipped() {
        return shipped;
    }

    static boolean isTerminal(OrderEvent event) {
        return switch (event) {
            case OrderCompleted completed -> true;
            case OrderCancelled cancelled -> true;
            case OrderExpired expired -> true;
            case OrderRejected rejected -> true;
            case OrderPlaced placed -> false;
            case OrderConfirmed confirmed -> false;
            case OrderHeld held -> false;
            case OrderReleased released -> false;
            case OrderCancelling cancelling -> false;
            case OrderShipped shipped -> false;
            case OrderReturned returned -> false;
        };
    }

    private boolean allows(OrderEvent event) {
        return switch (event) {
            case OrderPlaced first -> !placed;
            case OrderConfirmed confirmed -> status == OrderStatus.PENDING;
            case OrderHeld held -> held.heldFrom() == status && isWorkedOn(status);
            case OrderReleased released -> status == OrderStatus.HELD && released.resumed() == heldFrom;
            case OrderCancelling cancelling -> allowsCancelling(cancelling.reason());
            case OrderShipped shipment -> isShippable(unheldStatus());
            case OrderReturned returned -> shipped && allowsReturn();
            case OrderCompleted completed ->
                shipped && (status == OrderStatus.PROCESSING || isTakenBackFor(CancellationReason.REQUESTED));
            case OrderCancelled cancelled -> !shipped && isTakenBackFor(CancellationReason.REQUESTED);
            case OrderExpired expired -> isTakenBackFor(CancellationReason.EXPIRED);
            case OrderRejected rejected -> allowsRejection(rejected.reason());
        };
    }

    private void take(OrderEvent event) {
        switch (event) {
            case OrderPlaced first -> {
                placed = true;
                status = OrderStatus.PENDING;
            }
            case OrderConfirmed confirmed -> status = OrderStatus.CONFIRMED;
            case OrderHeld held -> {
                heldFrom = held.heldFrom();
                status = OrderStatus.HELD;
            }
            case OrderReleased released -> status = released.resumed();
            case OrderCancelling cancelling -> {
                reason = cancelling.reason();
                status = OrderStatus.CANCELLING;
            }
            case OrderShipped shipment -> ship();
            case OrderReturned returned -> {}
            case OrderCompleted completed -> status = OrderStatus.COMPLETED;
            case OrderCancelled cancelled -> status = OrderStatus.CANCELLED;
            case OrderExpired expired -> status = OrderStatus.EXPIRED;
            case OrderRejected rejected -> status = OrderStatus.REJECTED;
        }
    }

    /** Goods that leave while the order waits for the payment's sake are a fact; it then goes on as one of which part has shipped. */
    private void ship() {
        shipped = true;
        if (status == OrderStatus.HELD) {
            heldFrom = OrderStatus.PROCESSING;
        } else {
            status = OrderStatus.PROCESSING;
        }
    }

    private OrderStatus unheldStatus() {
        return status == OrderStatus.HELD ? heldFrom : status;
    }

    private boolean allowsCancelling(CancellationReason why) {
        return switch (why) {
            case REQUESTED -> isWorkedOn(unheldStatus());
            case EXPIRED, OUT_OF_STOCK, PAYMENT_DECLINED -> status == OrderStatus.PENDING;
            case UNKNOWN -> false;
        };
    }

    private boolean allowsRejection(CancellationReason why) {
        return switch (why) {
            // At once where nothing is to be taken back; whether stock was is a question of the stock's.
            case OUT_OF_STOCK, PAYMENT_DECLINED -> status == OrderStatus.PENDING || isTakenBackFor(why);
            case REQUESTED, EXPIRED, UNKNOWN -> false;
        };
    }

    private boolean allowsReturn() {
        return status == OrderStatus.COMPLETED
                || status == OrderStatus.CANCELLING
                || unheldStatus() == OrderStatus.PROCESSING;
    }

    private boolean isTakenBackFor(CancellationReason why) {
        return status == OrderStatus.CANCELLING && reason == why;
    }

    private static boolean isWorkedOn(OrderStatus status) {
        return status == OrderStatus.PENDING || isShippable(status);
    }

    private static boolean isShippable(OrderStatus status) {
        return status == OrderStatus.CONFIRMED || status == OrderStatus.PROCESSING;
    }
}
