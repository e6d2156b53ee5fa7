package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * Authorise the amount.
 *
 * @param amountMinor amount, minor units.
 * @param currency ISO 4217 code.
 * @param paymentMethod token of the payment method.
 */
public record AuthorizePayment(Meta meta, long amountMinor, String currency, String paymentMethod)
        implements PaymentCommand {}
