package dev.orderbackbone.payment.adapter;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.payment.flow.PaymentGateway.Reply;

/**
 * What a response of the gateway means.
 *
 * <p>To an order: 2xx and the gateway's own refusals are its word. It was put off, and did nothing, where we may not (401, 403), are not
 * at the right address (3xx, 404, 405), or too early or too many (409, 425, 429, and 503 that says when to come again). Any other failure
 * of its own leaves it open. To a question only an answer is an answer: it can be asked again without harm.
 */
final class GatewayReplies {
    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int OUR_ERRORS = 400;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int ITS_ERRORS = 500;
    private static final int UNAVAILABLE = 503;

    private GatewayReplies() {}

    /**
     * A response.
     *
     * @param status of HTTP.
     * @param saysWhenToComeAgain whether it has a {@code Retry-After}.
     */
    record Response(int status, boolean saysWhenToComeAgain, String body) {
        boolean isSuccess() {
            return status >= OK && status < REDIRECTS;
        }

        String code() {
            return "http-" + status;
        }
    }

    /** To a request to do something. */
    static Reply toOrder(GatewayCall call, Response response) {
        if (response.isSuccess()) {
            return word(call, response);
        }
        if (isPutOff(response)) {
            return new Reply.NotDone(response.code());
        }
        return isRefusal(response) ? refusal(call, response) : new Reply.Unknown(response.code());
    }

    /** To a question what came of something. */
    static Reply toQuestion(GatewayCall call, Response response) {
        if (response.isSuccess()) {
            return word(call, response);
        }
        boolean isUnheardOf = response.status() == NOT_FOUND && codeIn(response).equals("no_such_request");
        return isUnheardOf
                ? new Reply.Answered(GatewayOutcome.NOT_FOUND, null, call.amountMinor(), "")
                : new Reply.NotDone(response.code());
    }

    private static Reply word(GatewayCall call, Response response) {
        GatewayJson.Fields fields;
        try {
            fields = GatewayJson.read(response.body());
        } catch (GatewayJson.NotUnderstood garbage) {
            return new Reply.Unknown("not-understood");
        }
        // A connection can carry an answer that nobody waits for any more; the next request on it must not take it for
        // its own.
        if (!call.idempotencyKey().equals(fields.idempotencyKey())) {
            return new Reply.Unknown("answer-to-another-request");
        }
        long amountMinor = fields.amountMinor() == null ? call.amountMinor() : fields.amountMinor();
        String authorizationId = call.operation() == GatewayOperation.AUTHORIZE ? fields.id() : call.authorizationId();
        return switch (fields.status()) {
            case "APPROVED" -> new Reply.Answered(GatewayOutcome.APPROVED, authorizationId, amountMinor, "");
            case "DECLINED" -> new Reply.Answered(GatewayOutcome.DECLINED, null, amountMinor, fields.code());
            case "REFUSED" -> new Reply.Answered(GatewayOutcome.INVALID, null, amountMinor, fields.code());
            default -> new Reply.Unknown("status-" + fields.status());
        };
    }

    private static boolean isPutOff(Response response) {
        return switch (response.status()) {
            case 401, 403, 405, 409, 425, 429 -> true;
            case UNAVAILABLE -> response.saysWhenToComeAgain();
            default -> response.status() >= REDIRECTS && response.status() < OUR_ERRORS;
        };
    }

    private static boolean isRefusal(Response response) {
        int status = response.status();
        return status >= OUR_ERRORS && status < ITS_ERRORS && status != REQUEST_TIMEOUT;
    }

    /** Without the gateway's code it is not the gateway that refuses, but something on the way to it. */
    private static Reply refusal(GatewayCall call, Response response) {
        String code = codeIn(response);
        boolean isWrongAddress = response.status() == NOT_FOUND && call.operation() == GatewayOperation.AUTHORIZE;
        if (code.isEmpty() || isWrongAddress) {
            return new Reply.NotDone(response.code());
        }
        if (code.equals("idempotency_key_reused")) {
            return new Reply.Unknown(code); // something was done under this key: it must be found out what
        }
        return new Reply.Answered(GatewayOutcome.INVALID, null, call.amountMinor(), code);
    }

    private static String codeIn(Response response) {
        try {
            return GatewayJson.read(response.body()).code();
        } catch (GatewayJson.NotUnderstood garbage) {
            return "";
        }
    }
}
