package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.REFUND;

import dev.orderbackbone.contract.payment.RefundPayment;

/** Pays back. */
final class Refunding {
    private Refunding() {}

    /** Notes a refund; it is asked for as soon as it may be. Nothing where there is nothing to pay back. */
    static Order promise(Order order, String refundId, long amountMinor) {
        return amountMinor == 0
                ? order
                : order.with(order.payment().with(REFUND, Operation.notAsked(refundId, amountMinor)));
    }

    /** Asks for what was promised, once all that was shipped is captured: only money that came in can go back. */
    static Order promised(Order order, Turn turn) {
        Payment payment = order.payment();
        if (!payment.allCaptured()) {
            return order;
        }
        Payment asked = payment;
        for (Operation refund : payment.refunds()) {
            if (refund.is(OperationStatus.NOT_ASKED)) {
                command(order, refund, turn);
                asked = asked.with(REFUND, refund.requested());
            }
        }
        return order.with(asked);
    }

    static void command(Order order, Operation refund, Turn turn) {
        turn.command(meta -> new RefundPayment(
                meta, refund.id(), refund.amountMinor(), order.terms().currency()));
    }
}
