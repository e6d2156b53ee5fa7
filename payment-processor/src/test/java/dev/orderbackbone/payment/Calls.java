package dev.orderbackbone.payment;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gateway calls as the decider makes them. */
public final class Calls {
    private Calls() {}

    /** Authorises 25.00 for the order with the payment method, within a minute. */
    public static GatewayCall authorize(String orderId, String paymentMethod) {
        return call(orderId, GatewayOperation.AUTHORIZE, "", null, 2_500, paymentMethod, in(60));
    }

    /** Captures the amount. */
    public static GatewayCall capture(String orderId, String captureId, String authorizationId, long amountMinor) {
        return call(orderId, GatewayOperation.CAPTURE, captureId, authorizationId, amountMinor, null, in(60));
    }

    /** Gives the rest back. */
    public static GatewayCall giveBack(String orderId, String authorizationId) {
        return call(orderId, GatewayOperation.VOID, "", authorizationId, 2_500, null, in(60));
    }

    /** Pays the amount back. */
    public static GatewayCall refund(String orderId, String refundId, String authorizationId, long amountMinor) {
        return call(orderId, GatewayOperation.REFUND, refundId, authorizationId, amountMinor, null, in(60));
    }

    /** The same call, which only asks. */
    public static GatewayCall asking(GatewayCall call) {
        return with(call, true, call.answerBy());
    }

    /** The same call with another deadline. */
    public static GatewayCall by(GatewayCall call, Instant answerBy) {
        return with(call, call.ask(), answerBy);
    }

    private static GatewayCall with(GatewayCall call, boolean ask, Instant answerBy) {
        return new GatewayCall(
                call.meta(),
                call.callId(),
                call.operation(),
                call.operationId(),
                ask,
                call.idempotencyKey(),
                call.attempt(),
                call.authorizationId(),
                call.amountMinor(),
                call.currency(),
                call.paymentMethod(),
                answerBy);
    }

    private static GatewayCall call(
            String orderId,
            GatewayOperation operation,
            String operationId,
            @Nullable String authorizationId,
            long amountMinor,
            @Nullable String paymentMethod,
            Instant answerBy) {
        Instant now = Instant.now();
        UUID id = EventIds.root(now, UUID.randomUUID());
        return new GatewayCall(
                new Meta(id, orderId, 0, now, id, "store-1"),
                id,
                operation,
                operationId,
                false,
                orderId + ":" + operation + ":" + operationId,
                1,
                authorizationId,
                amountMinor,
                "EUR",
                paymentMethod,
                answerBy);
    }

    private static Instant in(long seconds) {
        return Instant.now().plusSeconds(seconds);
    }
}
