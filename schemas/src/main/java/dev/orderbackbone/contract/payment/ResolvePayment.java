package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;
import org.jspecify.annotations.Nullable;

/**
 * An operator found out an unknown outcome.
 *
 * @param operation which operation.
 * @param operationId which of the order's operations: the capture id or refund id; empty for the authorisation
 *      and the void.
 * @param outcome what came of it: APPROVED, DECLINED or NOT_FOUND.
 * @param authorizationId the gateway's id, where an authorisation is found approved.
 * @param evidence how it is known.
 * @param resolvedBy who says so.
 */
public record ResolvePayment(
        Meta meta,
        GatewayOperation operation,
        String operationId,
        GatewayOutcome outcome,
        @Nullable String authorizationId,
        String evidence,
        String resolvedBy)
        implements PaymentCommand {}
