package dev.orderbackbone.operator.verify.evidence;

import dev.orderbackbone.contract.payment.GatewayOperation;

/**
 * An entry of the payment gateway's own ledger: what it did with money.
 *
 * @param line of the ledger, from 1.
 * @param idempotencyKey of the request that it carried out.
 * @param orderId the merchant's reference.
 * @param amountMinor minor units.
 * @param currency ISO 4217 code.
 * @param done whether it moved money; false for a request that it declined.
 */
public record GatewayEffect(
        long line,
        String idempotencyKey,
        GatewayOperation operation,
        String orderId,
        long amountMinor,
        String currency,
        boolean done) {}
