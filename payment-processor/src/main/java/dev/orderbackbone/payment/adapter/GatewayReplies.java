package dev.orderbackbone.payment.adapter;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.payment.flow.PaymentGateway.Reply;

/** What a response of the gateway means. */
final class GatewayReplies {
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int SERVER_ERRORS = 500;

    private GatewayReplies() {}

    static Reply of(GatewayCall call, int status, byte[] body) {
        GatewayJson.Fields fields;
        try {
            fields = GatewayJson.read(body);
        } catch (GatewayJson.NotUnderstood garbage) {
            return new Reply.Unknown("not-understood-" + status);
        }
        if (status >= OK && status < MULTIPLE_CHOICES) {
            return answered(call, fields);
        }
        return switch (status) {
            // Somebody else is at it, it is too early or too much, or we may not: nothing was done, and it may work later.
            case 401, 403, 409, 425, 429 -> new Reply.NotDone("http-" + status);
            case 404 -> call.ask() || isUnknownRequest(fields) ? notFound(call) : invalid(call, fields, status);
            default ->
                status >= SERVER_ERRORS ? new Reply.Unknown("http-" + status) : invalid(call, fields, status);
        };
    }

    private static Reply answered(GatewayCall call, GatewayJson.Fields fields) {
        if (!call.idempotencyKey().equals(fields.idempotencyKey())) {
            return new Reply.Unknown("answer-to-another-request");
        }
        long amountMinor = fields.amountMinor() == null ? call.amountMinor() : fields.amountMinor();
        String authorizationId =
                call.operation() == GatewayOperation.AUTHORIZE ? fields.id() : call.authorizationId();
        return switch (fields.status()) {
            case "APPROVED" -> new Reply.Answered(GatewayOutcome.APPROVED, authorizationId, amountMinor, "");
            case "DECLINED" -> new Reply.Answered(GatewayOutcome.DECLINED, null, amountMinor, fields.code());
            case "REFUSED" -> new Reply.Answered(GatewayOutcome.INVALID, null, amountMinor, fields.code());
            default -> new Reply.Unknown("status-" + fields.status());
        };
    }

    private static boolean isUnknownRequest(GatewayJson.Fields fields) {
        return fields.code().equals("no_such_request");
    }

    private static Reply notFound(GatewayCall call) {
        return new Reply.Answered(GatewayOutcome.NOT_FOUND, null, call.amountMinor(), "");
    }

    private static Reply invalid(GatewayCall call, GatewayJson.Fields fields, int status) {
        String code = fields.code().isEmpty() ? "http-" + status : fields.code();
        return new Reply.Answered(GatewayOutcome.INVALID, null, call.amountMinor(), code);
    }
}
