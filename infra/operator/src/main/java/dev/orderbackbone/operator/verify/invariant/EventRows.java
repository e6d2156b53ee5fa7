package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefundFailed;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import org.jspecify.annotations.Nullable;

/** The rows of those tables that hold one row for each event. */
final class EventRows {
    private static final String ONLY = "";

    private EventRows() {}

    static ReadRow timeline(OrderEvent event, long offset) {
        Meta meta = event.meta();
        return ReadRow.of(
                ReadTable.ORDER_EVENTS,
                meta.orderId(),
                (long) meta.sequence(),
                nameOf(event),
                meta.occurredAt().toEpochMilli(),
                meta.eventId(),
                meta.causationId(),
                offset);
    }

    static ReadRow refusal(IntakeRefused event, long offset) {
        Meta meta = event.meta();
        return ReadRow.of(
                ReadTable.REFUSALS,
                meta.orderId(),
                event.intakeType(),
                event.rule(),
                event.field(),
                meta.eventId(),
                meta.causationId(),
                offset);
    }

    static ReadRow transaction(PaymentEvent event, long offset) {
        return switch (event) {
            case PaymentAuthorized it ->
                row(
                        it,
                        GatewayOperation.AUTHORIZE,
                        ONLY,
                        "DONE",
                        it.currency(),
                        it.amountMinor(),
                        it.authorizationId(),
                        offset);
            case PaymentDeclined it ->
                row(it, GatewayOperation.AUTHORIZE, ONLY, "DECLINED", null, null, it.code(), offset);
            case PaymentCaptured it ->
                row(
                        it,
                        GatewayOperation.CAPTURE,
                        it.captureId(),
                        "DONE",
                        it.currency(),
                        it.amountMinor(),
                        null,
                        offset);
            case PaymentCaptureFailed it ->
                row(
                        it,
                        GatewayOperation.CAPTURE,
                        it.captureId(),
                        "FAILED",
                        it.currency(),
                        it.amountMinor(),
                        it.code(),
                        offset);
            case PaymentVoided it ->
                row(it, GatewayOperation.VOID, ONLY, "DONE", it.currency(), it.amountMinor(), null, offset);
            case PaymentVoidFailed it -> row(it, GatewayOperation.VOID, ONLY, "FAILED", null, null, it.code(), offset);
            case PaymentRefunded it ->
                row(it, GatewayOperation.REFUND, it.refundId(), "DONE", it.currency(), it.amountMinor(), null, offset);
            case PaymentRefundFailed it ->
                row(
                        it,
                        GatewayOperation.REFUND,
                        it.refundId(),
                        "FAILED",
                        it.currency(),
                        it.amountMinor(),
                        it.code(),
                        offset);
            case PaymentOutcomeUnknown it ->
                row(
                        it,
                        it.operation(),
                        it.operationId(),
                        it.reviewRequired() ? "REVIEW_REQUIRED" : "OUTCOME_UNKNOWN",
                        it.currency(),
                        it.amountMinor(),
                        null,
                        offset);
            case PaymentOutcomeResolved it ->
                row(
                        it,
                        it.operation(),
                        it.operationId(),
                        "OUTCOME_RESOLVED",
                        null,
                        null,
                        it.outcome().name(),
                        offset);
        };
    }

    private static ReadRow row(
            PaymentEvent event,
            GatewayOperation operation,
            String operationId,
            String outcome,
            @Nullable String currency,
            @Nullable Long amountMinor,
            @Nullable String code,
            long offset) {
        Meta meta = event.meta();
        return ReadRow.of(
                ReadTable.PAYMENT_TRANSACTIONS,
                meta.orderId(),
                operation.name(),
                operationId,
                outcome,
                currency,
                amountMinor,
                code,
                meta.occurredAt().toEpochMilli(),
                meta.eventId(),
                offset);
    }

    private static String nameOf(Message message) {
        return message.getClass().getSimpleName();
    }
}
