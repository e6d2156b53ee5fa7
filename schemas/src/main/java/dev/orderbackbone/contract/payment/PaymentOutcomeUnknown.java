package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * A call was made and nobody knows what came of it; the gateway is being asked.
 *
 * @param operation which operation.
 * @param operationId which of the order's operations: the capture id or refund id; empty for the authorisation
 *      and the void.
 * @param amountMinor amount, minor units.
 * @param currency ISO 4217 code.
 * @param reviewRequired true when asking has found nothing for too long and a person must decide.
 */
public record PaymentOutcomeUnknown(
        Meta meta,
        GatewayOperation operation,
        String operationId,
        long amountMinor,
        String currency,
        boolean reviewRequired)
        implements PaymentEvent {}
