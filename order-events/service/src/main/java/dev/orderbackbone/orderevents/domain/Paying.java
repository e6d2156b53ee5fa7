package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.contract.payment.GatewayOperation.REFUND;
import static dev.orderbackbone.contract.payment.GatewayOperation.VOID;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentRefundFailed;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.PaymentVoided;
import org.jspecify.annotations.Nullable;

/** What the payment says became of an operation. A success is believed whenever it comes; a refusal only while it is waited for. */
final class Paying {
    private Paying() {}

    /** Also one that nobody asked for, or that comes after a refusal: the money is held, so it must be used or given back. */
    static Decision<Order> authorized(Order order, PaymentAuthorized event, Turn turn) {
        Operation authorization = order.payment().authorization();
        return authorization.is(OperationStatus.DONE)
                ? Decision.ignored(Why.DUPLICATE)
                : recorded(order, AUTHORIZE, authorization.done(event.amountMinor()), turn);
    }

    static Decision<Order> declined(Order order, PaymentDeclined event, Turn turn) {
        return refused(order, AUTHORIZE, order.payment().authorization(), event.code(), turn);
    }

    /** Money taken for no shipment that is known of is paid back. */
    static Decision<Order> captured(Order order, PaymentCaptured event, Turn turn) {
        Operation capture = order.payment().find(CAPTURE, event.captureId());
        if (capture == null) {
            Operation stray =
                    Operation.notAsked(event.captureId(), event.amountMinor()).done(event.amountMinor());
            Order recorded = order.with(order.payment().with(CAPTURE, stray));
            return NextStep.after(
                    Refunding.promise(recorded, "capture/" + event.captureId(), event.amountMinor()), turn);
        }
        return done(order, CAPTURE, capture, event.amountMinor(), turn);
    }

    static Decision<Order> captureFailed(Order order, PaymentCaptureFailed event, Turn turn) {
        Operation capture = order.payment().find(CAPTURE, event.captureId());
        if (capture == null || !capture.isAwaited()) {
            return Decision.ignored(unexpected(capture));
        }
        Order failed = order.with(order.payment().with(CAPTURE, capture.refused(event.code())));
        String detail = event.captureId() + ": " + event.code();
        return NextStep.after(Holding.hold(failed, HoldReason.CAPTURE_FAILED, detail, turn), turn);
    }

    static Decision<Order> voided(Order order, PaymentVoided event, Turn turn) {
        return done(order, VOID, order.payment().voiding(), event.amountMinor(), turn);
    }

    static Decision<Order> voidFailed(Order order, PaymentVoidFailed event, Turn turn) {
        return refused(order, VOID, order.payment().voiding(), event.code(), turn);
    }

    static Decision<Order> refunded(Order order, PaymentRefunded event, Turn turn) {
        return done(order, REFUND, order.payment().find(REFUND, event.refundId()), event.amountMinor(), turn);
    }

    static Decision<Order> refundFailed(Order order, PaymentRefundFailed event, Turn turn) {
        return refused(order, REFUND, order.payment().find(REFUND, event.refundId()), event.code(), turn);
    }

    private static Decision<Order> done(
            Order order, GatewayOperation kind, @Nullable Operation operation, long statedMinor, Turn turn) {
        if (operation == null) {
            return Decision.ignored(Why.NOT_ASKED);
        }
        return switch (operation.status()) {
            case REQUESTED, UNKNOWN, REFUSED -> recorded(order, kind, operation.done(statedMinor), turn);
            case NOT_ASKED, DONE -> Decision.ignored(unexpected(operation));
        };
    }

    private static Decision<Order> refused(
            Order order, GatewayOperation kind, @Nullable Operation operation, String code, Turn turn) {
        return operation == null || !operation.isAwaited()
                ? Decision.ignored(unexpected(operation))
                : recorded(order, kind, operation.refused(code), turn);
    }

    private static Decision<Order> recorded(Order order, GatewayOperation kind, Operation changed, Turn turn) {
        return NextStep.after(order.with(order.payment().with(kind, changed)), turn);
    }

    private static String unexpected(@Nullable Operation operation) {
        return operation == null || operation.is(OperationStatus.NOT_ASKED) ? Why.NOT_ASKED : Why.DUPLICATE;
    }
}
