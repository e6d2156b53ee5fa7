package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * Pay back (part of) what was captured.
 *
 * @param refundId the return's id; the command is idempotent by it.
 * @param amountMinor amount, minor units.
 * @param currency ISO 4217 code.
 */
public record RefundPayment(Meta meta, String refundId, long amountMinor, String currency) implements PaymentCommand {}
