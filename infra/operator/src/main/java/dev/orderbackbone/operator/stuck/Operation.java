package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment operation that is asked for and has not come to its end.
 *
 * @param kind what.
 * @param id which: the shipment of a capture, the return of a refund; else empty.
 * @param askedAt when; the time of the first that is known of it.
 * @param call the latest call to the gateway; null where none was made.
 * @param answer what the gateway said to it; null where it has not.
 * @param unknown that nobody knows what came of it; null while that is not said.
 * @param refused why the gateway will not do it; empty while it may.
 */
record Operation(
        GatewayOperation kind,
        String id,
        Instant askedAt,
        @Nullable GatewayCall call,
        @Nullable GatewayAnswer answer,
        @Nullable PaymentOutcomeUnknown unknown,
        String refused) {
    static Operation asked(GatewayOperation kind, String id, Instant at) {
        return new Operation(kind, id, at, null, null, null, "");
    }

    Operation called(GatewayCall made) {
        return new Operation(kind, id, askedAt, made, null, unknown, refused);
    }

    Operation answered(GatewayAnswer given) {
        boolean isToIt = call != null && call.callId().equals(given.callId());
        return isToIt ? new Operation(kind, id, askedAt, call, given, unknown, refused) : this;
    }

    Operation unknown(@Nullable PaymentOutcomeUnknown said) {
        return new Operation(kind, id, askedAt, call, answer, said, refused);
    }

    Operation refused(String code, Instant at) {
        return new Operation(kind, id, at, call, answer, null, code);
    }

    Debt debt() {
        if (!refused.isEmpty()) {
            return new Debt(
                    "ReleaseRequested", Debt.OPERATOR, name() + " refused " + Words.at(askedAt) + ": " + refused);
        }
        if (unknown == null) {
            return new Debt(event(), Topics.PAYMENT, progress());
        }
        String since = Words.at(unknown.meta().occurredAt());
        return unknown.reviewRequired()
                ? new Debt("ResolvePayment of " + name(), Debt.OPERATOR, "asking the gateway was given up " + since)
                : new Debt(
                        "PaymentOutcomeResolved of " + name(),
                        "the payment gateway",
                        "unknown since " + since + "; " + progress());
    }

    private String progress() {
        if (call == null) {
            return "asked " + Words.at(askedAt) + ", no gateway call made";
        }
        String made = (call.ask() ? "gateway asked " : "gateway call made ")
                + Words.at(call.meta().occurredAt());
        return answer == null ? made + ", no answer" : made + ", answered " + answer.outcome();
    }

    private String event() {
        return switch (kind) {
            case AUTHORIZE -> "PaymentAuthorized or PaymentDeclined";
            case CAPTURE -> "PaymentCaptured of " + id;
            case VOID -> "PaymentVoided";
            case REFUND -> "PaymentRefunded of " + id;
            case UNKNOWN -> "an operation of a newer release";
        };
    }

    private String name() {
        return (kind + " " + id).strip();
    }
}
