package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.order.OrderStatus;

/** What follows from all that is known of an order, once a new fact is recorded. */
final class NextStep {
    private NextStep() {}

    /** Ends the decision: goes on until the order rests. */
    static Decision<Order> after(Order recorded, Turn turn) {
        Order order = Releasing.whenNothingHoldsIt(recorded, turn);
        OrderStatus before;
        do {
            before = order.status();
            order = step(order, turn);
        } while (order.status() != before);
        return turn.decided(order);
    }

    private static Order step(Order order, Turn turn) {
        return switch (order.status()) {
            case PENDING -> Confirming.step(order, turn);
            case CONFIRMED, HELD -> order;
            case PROCESSING -> Shipping.completeWhenDone(Refunding.promised(order, turn), turn);
            case CANCELLING -> Cancelling.endWhenDone(Voiding.rest(Refunding.promised(order, turn), turn), turn);
            // Late facts: what was returned is refunded, what was authorised after all is voided.
            case COMPLETED, CANCELLED, EXPIRED, REJECTED -> Voiding.rest(Refunding.promised(order, turn), turn);
            case UNKNOWN -> throw new IllegalStateException("no order is ever in this state");
        };
    }
}
