package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.VOID;

import dev.orderbackbone.contract.payment.VoidPayment;

/** Gives back what is authorised and will not be captured any more. */
final class Voiding {
    private static final String REASON = "the order is not carried out any further";

    private Voiding() {}

    /** Once, and only when no capture is under way: the rest is what they leave. */
    static Order rest(Order order, Turn turn) {
        Payment payment = order.payment();
        boolean isDue = payment.voiding().is(OperationStatus.NOT_ASKED)
                && payment.allCaptured()
                && payment.outstandingMinor() > 0;
        if (!isDue) {
            return order;
        }
        command(turn);
        Operation voiding = Operation.notAsked("", payment.outstandingMinor()).requested();
        return order.with(payment.with(VOID, voiding));
    }

    static void command(Turn turn) {
        turn.command(meta -> new VoidPayment(meta, REASON));
    }
}
