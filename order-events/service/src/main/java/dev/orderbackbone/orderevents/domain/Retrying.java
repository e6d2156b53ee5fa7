package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.contract.payment.GatewayOperation.REFUND;
import static dev.orderbackbone.contract.payment.GatewayOperation.VOID;
import static dev.orderbackbone.orderevents.domain.OperationStatus.REFUSED;

/** Asks once more for what the gateway refused, under the same id, so that it can never be done twice. */
final class Retrying {
    private Retrying() {}

    /** Whether anything is refused that can be asked for again. A declined authorisation cannot: it has ended the order. */
    static boolean isNeeded(Order order) {
        Payment payment = order.payment();
        return payment.voiding().is(REFUSED)
                || payment.captures().stream().anyMatch(capture -> capture.is(REFUSED))
                || payment.refunds().stream().anyMatch(refund -> refund.is(REFUSED));
    }

    static Order refusedOperations(Order order, Turn turn) {
        Payment payment = order.payment();
        Payment asked = payment;
        for (Operation capture : payment.captures()) {
            if (capture.is(REFUSED)) {
                Capturing.command(order, capture, turn);
                asked = asked.with(CAPTURE, capture.requested());
            }
        }
        for (Operation refund : payment.refunds()) {
            if (refund.is(REFUSED)) {
                Refunding.command(order, refund, turn);
                asked = asked.with(REFUND, refund.requested());
            }
        }
        if (payment.voiding().is(REFUSED)) {
            Voiding.command(turn);
            asked = asked.with(VOID, payment.voiding().requested());
        }
        return order.with(asked);
    }
}
