package dev.orderbackbone.projection.domain;

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
import org.jspecify.annotations.Nullable;

/**
 * A payment event as a row of payment_transactions.
 *
 * @param operation what was to be done.
 * @param operationId which of the order's captures or refunds; else empty.
 * @param outcome what came of it.
 * @param amount how much; null where the event states none.
 * @param code what the gateway calls it; null where it has no name.
 */
public record PaymentFact(
        GatewayOperation operation,
        String operationId,
        Outcome outcome,
        @Nullable Amount amount,
        @Nullable String code) {
    private static final String NO_ID = "";

    /** What came of an operation. */
    public enum Outcome {
        DONE,
        DECLINED,
        FAILED,
        OUTCOME_UNKNOWN,
        REVIEW_REQUIRED,
        OUTCOME_RESOLVED
    }

    /**
     * Money.
     *
     * @param minor in minor units.
     * @param currency ISO 4217 code.
     */
    public record Amount(long minor, String currency) {}

    /** The row of an event. */
    public static PaymentFact of(PaymentEvent event) {
        return switch (event) {
            case PaymentAuthorized said ->
                new PaymentFact(
                        GatewayOperation.AUTHORIZE,
                        NO_ID,
                        Outcome.DONE,
                        new Amount(said.amountMinor(), said.currency()),
                        said.authorizationId());
            case PaymentDeclined said ->
                new PaymentFact(GatewayOperation.AUTHORIZE, NO_ID, Outcome.DECLINED, null, said.code());
            case PaymentCaptured said ->
                new PaymentFact(
                        GatewayOperation.CAPTURE,
                        said.captureId(),
                        Outcome.DONE,
                        new Amount(said.amountMinor(), said.currency()),
                        null);
            case PaymentCaptureFailed said ->
                new PaymentFact(
                        GatewayOperation.CAPTURE,
                        said.captureId(),
                        Outcome.FAILED,
                        new Amount(said.amountMinor(), said.currency()),
                        said.code());
            case PaymentVoided said ->
                new PaymentFact(
                        GatewayOperation.VOID,
                        NO_ID,
                        Outcome.DONE,
                        new Amount(said.amountMinor(), said.currency()),
                        null);
            case PaymentVoidFailed said ->
                new PaymentFact(GatewayOperation.VOID, NO_ID, Outcome.FAILED, null, said.code());
            case PaymentRefunded said ->
                new PaymentFact(
                        GatewayOperation.REFUND,
                        said.refundId(),
                        Outcome.DONE,
                        new Amount(said.amountMinor(), said.currency()),
                        null);
            case PaymentRefundFailed said ->
                new PaymentFact(
                        GatewayOperation.REFUND,
                        said.refundId(),
                        Outcome.FAILED,
                        new Amount(said.amountMinor(), said.currency()),
                        said.code());
            case PaymentOutcomeUnknown unknown ->
                new PaymentFact(
                        unknown.operation(),
                        unknown.operationId(),
                        unknown.reviewRequired() ? Outcome.REVIEW_REQUIRED : Outcome.OUTCOME_UNKNOWN,
                        new Amount(unknown.amountMinor(), unknown.currency()),
                        null);
            case PaymentOutcomeResolved resolved ->
                new PaymentFact(
                        resolved.operation(),
                        resolved.operationId(),
                        Outcome.OUTCOME_RESOLVED,
                        null,
                        resolved.outcome().name());
        };
    }
}
