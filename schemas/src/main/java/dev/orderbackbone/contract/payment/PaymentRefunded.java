package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * (Part of) what was captured was paid back.
 *
 * @param refundId the refund.
 * @param amountMinor amount, minor units.
 * @param currency ISO 4217 code.
 */
public record PaymentRefunded(Meta meta, String refundId, long amountMinor, String currency) implements PaymentEvent {}
