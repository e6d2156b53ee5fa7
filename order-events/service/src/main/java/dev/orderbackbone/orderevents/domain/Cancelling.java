package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderStatus;
import java.util.Objects;
import java.util.function.Function;

/** Compensation: what was done for goods that have not shipped is taken back, and only when all of it is, the order ends. */
final class Cancelling {
    private Cancelling() {}

    static Decision<Order> requested(Order order, CancellationRequested request, Turn turn) {
        if (Requests.isHandled(order, request)) {
            return Decision.ignored(Why.DUPLICATE);
        }
        return switch (order.status()) {
            case PENDING, HELD, CONFIRMED, PROCESSING -> {
                Cancellation why = new Cancellation(CancellationReason.REQUESTED, request.reason());
                yield NextStep.after(begin(Requests.handled(order, request), why, turn), turn);
            }
            case CANCELLING, CANCELLED -> Decision.ignored(Why.ALREADY_CANCELLING);
            case COMPLETED, EXPIRED, REJECTED, UNKNOWN ->
                turn.refused(order, request, new BrokenRule("not-cancellable", "", "the order is " + order.status()));
        };
    }

    static Decision<Order> expired(Order order, Turn turn) {
        String detail = "not confirmed by " + order.standing().confirmBy();
        return NextStep.after(begin(order, new Cancellation(CancellationReason.EXPIRED, detail), turn), turn);
    }

    /** Starts to take back. What has been asked of the payment and is not answered is waited for. */
    static Order begin(Order order, Cancellation why, Turn turn) {
        turn.publish(meta -> new OrderCancelling(meta, why.reason(), why.detail()));
        return Reserving.releaseAll(order.with(order.standing().takenBack(OrderStatus.CANCELLING, why)), turn);
    }

    /** Ends a cancelling order once no pool and no gateway holds anything for it, nor is about to. */
    static Order endWhenDone(Order order, Turn turn) {
        boolean isDone = Reserving.nothingIsHeld(order)
                && order.everythingConsumed()
                && order.payment().isSettled();
        return isDone ? end(order, turn) : order;
    }

    private static Order end(Order order, Turn turn) {
        if (order.anythingShipped()) {
            return Shipping.complete(order, turn);
        }
        Cancellation why = Objects.requireNonNull(order.standing().cancellation(), "a cancelling order has a reason");
        return switch (why.reason()) {
            case EXPIRED -> end(order, OrderStatus.EXPIRED, OrderExpired::new, turn);
            case OUT_OF_STOCK, PAYMENT_DECLINED ->
                end(order, OrderStatus.REJECTED, meta -> new OrderRejected(meta, why.reason(), why.detail()), turn);
            case REQUESTED, UNKNOWN ->
                end(order, OrderStatus.CANCELLED, meta -> new OrderCancelled(meta, why.detail()), turn);
        };
    }

    private static Order end(Order order, OrderStatus outcome, Function<Meta, OrderEvent> event, Turn turn) {
        turn.publish(event);
        return order.with(order.standing().in(outcome));
    }
}
