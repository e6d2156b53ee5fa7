package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayOperation;

/** Takes the money of a shipment. */
final class Capturing {
    private Capturing() {}

    /** Nothing where the shipment is worth nothing. */
    static Order shipment(Order order, String shipmentId, long amountMinor, Turn turn) {
        if (amountMinor == 0) {
            return order;
        }
        Operation capture = Operation.notAsked(shipmentId, amountMinor).requested();
        command(order, capture, turn);
        return order.with(order.payment().with(GatewayOperation.CAPTURE, capture));
    }

    static void command(Order order, Operation capture, Turn turn) {
        turn.command(meta -> new CapturePayment(
                meta, capture.id(), capture.amountMinor(), order.terms().currency()));
    }
}
