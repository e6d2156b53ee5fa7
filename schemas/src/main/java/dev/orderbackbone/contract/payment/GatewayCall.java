package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call to make to the payment gateway (topic payments.calls).
 *
 * @param callId id of this call; the answer carries it.
 * @param operation what to do.
 * @param operationId which of the order's operations: the capture id or refund id; empty for the authorisation
 *      and the void.
 * @param ask true: do not do it, only ask what came of the earlier request with this idempotency key.
 * @param idempotencyKey the same for every attempt of the same operation.
 * @param attempt 1, 2, ... per operation.
 * @param authorizationId the gateway's id of the authorisation; null for AUTHORIZE.
 * @param amountMinor amount, minor units.
 * @param currency ISO 4217 code.
 * @param paymentMethod token of the payment method; for AUTHORIZE only.
 * @param answerBy without an answer by then the outcome counts as unknown; a call not yet made by then must not
 *      be made any more.
 */
public record GatewayCall(
        Meta meta,
        UUID callId,
        GatewayOperation operation,
        String operationId,
        boolean ask,
        String idempotencyKey,
        int attempt,
        @Nullable String authorizationId,
        long amountMinor,
        String currency,
        @Nullable String paymentMethod,
        Instant answerBy)
        implements Message {}
