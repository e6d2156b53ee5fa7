package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;

/** Stops an order that must wait for an answer or a person. It is held as long as at least one reason stands, and says so once. */
final class Holding {
    private Holding() {}

    static Decision<Order> requested(Order order, HoldRequested request, Turn turn) {
        if (Requests.isHandled(order, request)) {
            return Decision.ignored(Why.DUPLICATE);
        }
        return switch (order.status()) {
            case PENDING, CONFIRMED, PROCESSING, HELD -> {
                if (order.standing().heldByOperator()) {
                    yield Decision.ignored(Why.ALREADY_HELD);
                }
                Order handled = Requests.handled(order, request);
                Order wanted = handled.with(handled.standing().heldByOperator(true));
                yield NextStep.after(hold(wanted, HoldReason.OPERATOR, request.reason(), turn), turn);
            }
            case CANCELLING, COMPLETED, CANCELLED, EXPIRED, REJECTED, UNKNOWN ->
                turn.refused(order, request, new BrokenRule("not-holdable", "", "the order is " + order.status()));
        };
    }

    static Decision<Order> outcomeUnknown(Order order, PaymentOutcomeUnknown unknown, Turn turn) {
        Operation operation = order.payment().find(unknown.operation(), unknown.operationId());
        if (operation == null) {
            return Decision.ignored(Why.NOT_ASKED);
        }
        return switch (operation.status()) {
            case NOT_ASKED -> Decision.ignored(Why.NOT_ASKED);
            case UNKNOWN -> Decision.ignored(Why.DUPLICATE);
            case DONE, REFUSED -> Decision.ignored(Why.LATE);
            case REQUESTED -> {
                Order recorded = order.with(order.payment().with(unknown.operation(), operation.unknown()));
                String detail = (unknown.operation() + " " + unknown.operationId()).strip();
                yield NextStep.after(hold(recorded, HoldReason.PAYMENT_UNKNOWN, detail, turn), turn);
            }
        };
    }

    /** Holds an order that is on its way. One that is being taken back, or has ended, is not stopped by anything. */
    static Order hold(Order order, HoldReason reason, String detail, Turn turn) {
        return switch (order.status()) {
            case PENDING, CONFIRMED, PROCESSING -> {
                turn.publish(meta -> new OrderHeld(meta, reason, detail, order.status()));
                yield order.with(order.standing().held());
            }
            case HELD, CANCELLING, COMPLETED, CANCELLED, EXPIRED, REJECTED, UNKNOWN -> order;
        };
    }
}
