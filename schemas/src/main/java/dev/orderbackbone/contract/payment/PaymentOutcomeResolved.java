package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * An unknown outcome became known; the event of the outcome follows.
 *
 * @param operation which operation.
 * @param operationId which of the order's operations: the capture id or refund id; empty for the authorisation
 *      and the void.
 * @param outcome what came of it.
 * @param resolvedBy gateway, or the operator's name.
 */
public record PaymentOutcomeResolved(
        Meta meta, GatewayOperation operation, String operationId, GatewayOutcome outcome, String resolvedBy)
        implements PaymentEvent {}
