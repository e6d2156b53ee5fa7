package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * The gateway refuses the refund for good.
 *
 * @param refundId the refund.
 * @param amountMinor amount, minor units.
 * @param currency ISO 4217 code.
 * @param code the gateway's code.
 */
public record PaymentRefundFailed(Meta meta, String refundId, long amountMinor, String currency, String code)
        implements PaymentEvent {}
