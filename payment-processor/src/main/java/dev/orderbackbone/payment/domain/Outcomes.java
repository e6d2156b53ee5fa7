package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.VOID;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefundFailed;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.PaymentVoided;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what came of an operation, tells it, and goes on to a void that has waited for it. */
final class Outcomes {
    private Outcomes() {}

    /** It is done. The authorisation's id is given for an authorisation. */
    static void approve(Draft draft, Operation operation, @Nullable String authorizationId) {
        draft.record(operation.ended(OperationStatus.APPROVED));
        if (operation.kind() == GatewayOperation.AUTHORIZE && authorizationId != null) {
            draft.payment = draft.payment.authorizedAs(authorizationId);
            wishAgain(draft);
        }
        draft.tell(meta -> approval(meta, draft.payment, operation));
        voidIfWished(draft);
    }

    /** The gateway will not do it. */
    static void decline(Draft draft, Operation operation, String code) {
        draft.record(operation.ended(OperationStatus.DECLINED));
        draft.tell(meta -> refusal(meta, draft.payment, operation, code));
        voidIfWished(draft);
    }

    /** It is not done, though not for a word of the gateway. */
    static void fail(Draft draft, Operation operation, String code) {
        draft.record(operation.ended(OperationStatus.FAILED));
        draft.tell(meta -> refusal(meta, draft.payment, operation, code));
        voidIfWished(draft);
    }

    /** Nobody knows, from now on; the gateway will be asked. */
    static void unknown(Draft draft, Operation operation) {
        draft.record(operation.unknown(draft.rules.nextAskAt(operation, 0, draft.now)));
        tellUnknown(draft, operation, false);
    }

    /** Nobody knows and asking has come to its end. */
    static void review(Draft draft, Operation operation) {
        draft.record(operation.ended(OperationStatus.REVIEW));
        tellUnknown(draft, operation, true);
    }

    /** Says that an unknown outcome has become known, if it was unknown; the outcome itself is told next. */
    static void resolved(Draft draft, Operation operation, GatewayOutcome outcome, String resolvedBy) {
        if (operation.status().isUnknown()) {
            draft.tell(meta -> new PaymentOutcomeResolved(meta, operation.kind(), operation.id(), outcome, resolvedBy));
        }
    }

    /** Gives the rest back once that is wished for and nothing can change the rest any more. */
    static void voidIfWished(Draft draft) {
        Payment payment = draft.payment;
        if (payment.voidWish() != VoidWish.WAITING || payment.isMoving()) {
            return;
        }
        draft.payment = payment.wishing(VoidWish.SETTLED, payment.voidCommandId());
        long restMinor = payment.authorizedMinor() - payment.capturedMinor();
        if (restMinor <= 0) {
            draft.tell(meta -> new PaymentVoided(meta, 0, payment.currency()));
        } else {
            callVoid(draft, restMinor);
        }
    }

    private static void callVoid(Draft draft, long restMinor) {
        UUID commandId = draft.payment.voidCommandId();
        UUID wishedBy = commandId == null ? draft.payment.lastMessageId() : commandId;
        Operation operation = draft.payment
                .voiding()
                .map(former -> draft.rules.again(former, restMinor, wishedBy, draft.askedForAt, draft.now))
                .orElseGet(() -> Operation.wanted(VOID, Payment.ONLY, restMinor, wishedBy, draft.askedForAt));
        if (draft.isTooLate()) {
            fail(draft, operation, Refusals.TOO_LATE);
        } else {
            draft.call(operation, draft.rules.answerBy(draft.now));
        }
    }

    /** An authorisation that turns out to exist after all, when the wish was answered already, is given back like any other. */
    private static void wishAgain(Draft draft) {
        if (draft.payment.voidWish() == VoidWish.SETTLED) {
            draft.payment = draft.payment.wishing(VoidWish.WAITING, draft.payment.voidCommandId());
        }
    }

    private static void tellUnknown(Draft draft, Operation operation, boolean reviewRequired) {
        draft.tell(meta -> new PaymentOutcomeUnknown(
                meta,
                operation.kind(),
                operation.id(),
                operation.amountMinor(),
                draft.payment.currency(),
                reviewRequired));
    }

    private static Message approval(Meta meta, Payment payment, Operation operation) {
        String currency = payment.currency();
        long amountMinor = operation.amountMinor();
        return switch (operation.kind()) {
            case AUTHORIZE ->
                new PaymentAuthorized(meta, amountMinor, currency, String.valueOf(payment.authorizationId()));
            case CAPTURE -> new PaymentCaptured(meta, operation.id(), amountMinor, currency);
            case VOID -> new PaymentVoided(meta, amountMinor, currency);
            case REFUND -> new PaymentRefunded(meta, operation.id(), amountMinor, currency);
            case UNKNOWN -> throw noKind();
        };
    }

    private static Message refusal(Meta meta, Payment payment, Operation operation, String code) {
        String currency = payment.currency();
        long amountMinor = operation.amountMinor();
        return switch (operation.kind()) {
            case AUTHORIZE -> new PaymentDeclined(meta, code);
            case CAPTURE -> new PaymentCaptureFailed(meta, operation.id(), amountMinor, currency, code);
            case VOID -> new PaymentVoidFailed(meta, code);
            case REFUND -> new PaymentRefundFailed(meta, operation.id(), amountMinor, currency, code);
            case UNKNOWN -> throw noKind();
        };
    }

    private static IllegalArgumentException noKind() {
        return new IllegalArgumentException("an operation of this release has a kind");
    }
}
