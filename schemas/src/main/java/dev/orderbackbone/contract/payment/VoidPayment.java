package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * Give back what is authorised and not captured.
 *
 * @param reason why.
 */
public record VoidPayment(Meta meta, String reason) implements PaymentCommand {}
