package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import java.util.Objects;

/** Lets a held order go on: by an operator, or because what it waited for has come. */
final class Releasing {
    private Releasing() {}

    /**
     * An operator says: go on. The operator's own hold ends, and what the gateway had refused for good is asked for once more, also of an
     * order that is being cancelled or has ended. An unknown outcome is nothing that can be waved through.
     */
    static Decision<Order> requested(Order order, ReleaseRequested request, Turn turn) {
        if (Requests.isHandled(order, request)) {
            return Decision.ignored(Why.DUPLICATE);
        }
        boolean hasRefusedOperation = Retrying.isNeeded(order);
        if (!order.standing().heldByOperator() && !hasRefusedOperation) {
            return turn.refused(order, request, notReleasable(order));
        }
        Order handled = Requests.handled(order, request);
        Order released = handled.with(handled.standing().heldByOperator(false));
        return NextStep.after(Retrying.refusedOperations(released, turn), turn);
    }

    static Decision<Order> outcomeResolved(Order order, PaymentOutcomeResolved resolved, Turn turn) {
        Operation operation = order.payment().find(resolved.operation(), resolved.operationId());
        if (operation == null) {
            return Decision.ignored(Why.NOT_ASKED);
        }
        return switch (operation.status()) {
            case NOT_ASKED -> Decision.ignored(Why.NOT_ASKED);
            // The event of the outcome itself follows, or came before.
            case REQUESTED, DONE, REFUSED -> Decision.ignored(Why.LATE);
            case UNKNOWN ->
                NextStep.after(order.with(order.payment().with(resolved.operation(), operation.requested())), turn);
        };
    }

    /** Releases a held order as soon as no reason to hold it stands. */
    static Order whenNothingHoldsIt(Order order, Turn turn) {
        if (order.status() != OrderStatus.HELD || !order.holdReasons().isEmpty()) {
            return order;
        }
        OrderStatus resumed =
                Objects.requireNonNull(order.standing().heldFrom(), "a held order has a state to go back to");
        turn.publish(meta -> new OrderReleased(meta, lastReason(turn), resumed));
        Standing standing = order.standing().in(resumed);
        // A deadline that passed meanwhile must not overtake the answer that the order was released for.
        return order.with(standing.notBefore(turn.now().plus(turn.settings().releaseGrace())));
    }

    private static HoldReason lastReason(Turn turn) {
        Order before = Objects.requireNonNull(turn.before(), "an order is held before it is released");
        return before.holdReasons().getFirst();
    }

    private static BrokenRule notReleasable(Order order) {
        return order.status() == OrderStatus.HELD
                ? new BrokenRule("outcome-unknown", "", "the payment's outcome must be resolved first")
                : new BrokenRule("not-held", "", "the order is " + order.status() + " and waits for no release");
    }
}
