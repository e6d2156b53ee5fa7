package dev.orderbackbone.simulators.gateway;

import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import dev.orderbackbone.simulators.gateway.GatewayEntry.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gateway knows: a fold over its ledger. {@link #decide} changes nothing, {@link #apply} is the only
 * change, and the same at the start as live. Not safe for use by several threads.
 */
final class GatewayBooks {

    private final Duration keyLifetime;
    private final Map<String, GatewayEntry> byKey = new HashMap<>();
    private final ArrayDeque<GatewayEntry> byAge = new ArrayDeque<>();
    private final Map<String, Authorization> authorizations = new HashMap<>();
    private final GatewayTotals totals = new GatewayTotals();
    private long sequence;

    GatewayBooks(Duration keyLifetime) {
        this.keyLifetime = keyLifetime;
    }

    /** What came of the request with this key, while the key lives. */
    @Nullable
    GatewayEntry answered(String key, Instant now) {
        forgetKeysBefore(now.minus(keyLifetime));
        return byKey.get(key);
    }

    @Nullable
    Authorization authorization(String id) {
        return authorizations.get(id);
    }

    GatewayTotals totals() {
        return totals;
    }

    /**
     * The entry that this request leads to.
     *
     * @param declined whether the issuer says no, provided that the request is within the rules.
     */
    GatewayEntry decide(GatewayRequest request, boolean declined, Instant now) {
        return switch (request) {
            case GatewayRequest.Authorize authorize -> authorized(authorize, declined, now);
            case GatewayRequest.OnAuthorization on -> decideOn(on, declined, now);
        };
    }

    void apply(GatewayEntry entry) {
        if (entry.sequence() != sequence + 1) {
            throw new IllegalStateException("sequence " + entry.sequence() + " follows " + sequence);
        }
        sequence = entry.sequence();
        byKey.put(entry.idempotencyKey(), entry);
        byAge.add(entry);
        totals.add(entry);
        if (entry.operation() == Operation.AUTHORIZE) {
            authorizations.put(entry.id(), opened(entry));
        } else {
            authorizations.computeIfPresent(entry.authorizationId(), (id, before) -> before.after(entry));
        }
    }

    private GatewayEntry authorized(GatewayRequest.Authorize request, boolean declined, Instant now) {
        String id = Operation.AUTHORIZE.idPrefix() + (sequence + 1);
        return new GatewayEntry(
                sequence + 1,
                now,
                request.idempotencyKey(),
                Operation.AUTHORIZE,
                id,
                request.reference(),
                id,
                request.amountMinor(),
                request.currency(),
                request.paymentMethod(),
                declined ? Status.DECLINED : Status.APPROVED,
                declined ? declineCode(Operation.AUTHORIZE) : GatewayEntry.APPROVED_CODE);
    }

    private GatewayEntry decideOn(GatewayRequest.OnAuthorization request, boolean declined, Instant now) {
        Authorization authorization = authorizations.get(request.authorizationId());
        Refusal refusal = refusal(request, authorization);
        if (authorization == null || refusal != null) {
            return refused(request, refusal == null ? Refusal.UNKNOWN_AUTHORIZATION : refusal, authorization, now);
        }
        return new GatewayEntry(
                sequence + 1,
                now,
                request.idempotencyKey(),
                request.operation(),
                request.operation().idPrefix() + (sequence + 1),
                authorization.reference(),
                authorization.id(),
                amountMinor(request, authorization),
                authorization.currency(),
                null,
                declined ? Status.DECLINED : Status.APPROVED,
                declined ? declineCode(request.operation()) : GatewayEntry.APPROVED_CODE);
    }

    private GatewayEntry refused(
            GatewayRequest.OnAuthorization request,
            Refusal refusal,
            @Nullable Authorization authorization,
            Instant now) {
        String knownReference = authorization == null ? "" : authorization.reference();
        String knownCurrency = authorization == null ? "" : authorization.currency();
        return new GatewayEntry(
                sequence + 1,
                now,
                request.idempotencyKey(),
                request.operation(),
                "refused_" + (sequence + 1),
                request.reference() == null ? knownReference : request.reference(),
                request.authorizationId(),
                amountMinor(request, authorization),
                request.currency() == null ? knownCurrency : request.currency(),
                null,
                Status.REFUSED,
                refusal.code());
    }

    private static @Nullable Refusal refusal(
            GatewayRequest.OnAuthorization request, @Nullable Authorization authorization) {
        if (authorization == null) {
            return Refusal.UNKNOWN_AUTHORIZATION;
        }
        if (request.reference() != null && !request.reference().equals(authorization.reference())) {
            return Refusal.REFERENCE_MISMATCH;
        }
        if (request.currency() != null && !request.currency().equals(authorization.currency())) {
            return Refusal.CURRENCY_MISMATCH;
        }
        if (!authorization.approved()) {
            return Refusal.AUTHORIZATION_NOT_APPROVED;
        }
        return amountRefusal(request, authorization);
    }

    private static @Nullable Refusal amountRefusal(
            GatewayRequest.OnAuthorization request, Authorization authorization) {
        return switch (request) {
            case GatewayRequest.Capture capture
            when capture.amountMinor() > authorization.restMinor() ->
                authorization.voidedMinor() > 0 ? Refusal.AUTHORIZATION_VOIDED : Refusal.CAPTURE_EXCEEDS_AUTHORIZATION;
            case GatewayRequest.Capture _ -> null;
            case GatewayRequest.VoidRest _ -> authorization.restMinor() == 0 ? Refusal.NOTHING_TO_VOID : null;
            case GatewayRequest.Refund refund ->
                refund.amountMinor() > authorization.refundableMinor() ? Refusal.REFUND_EXCEEDS_CAPTURE : null;
        };
    }

    private static long amountMinor(GatewayRequest.OnAuthorization request, @Nullable Authorization authorization) {
        return switch (request) {
            case GatewayRequest.Capture capture -> capture.amountMinor();
            case GatewayRequest.VoidRest _ -> authorization == null ? 0 : authorization.restMinor();
            case GatewayRequest.Refund refund -> refund.amountMinor();
        };
    }

    private static String declineCode(Operation operation) {
        return switch (operation) {
            case AUTHORIZE -> "insufficient_funds";
            case CAPTURE -> "authorization_expired";
            case VOID -> "void_not_possible";
            case REFUND -> "refund_not_possible";
        };
    }

    private static Authorization opened(GatewayEntry entry) {
        String paymentMethod = entry.paymentMethod();
        return new Authorization(
                entry.id(),
                entry.reference(),
                entry.currency(),
                paymentMethod == null ? "" : paymentMethod,
                entry.approved(),
                entry.amountMinor(),
                0,
                0,
                0);
    }

    private void forgetKeysBefore(Instant oldest) {
        for (GatewayEntry entry = byAge.peek(); entry != null && entry.time().isBefore(oldest); entry = byAge.peek()) {
            byAge.remove();
            byKey.remove(entry.idempotencyKey(), entry);
        }
    }
}
