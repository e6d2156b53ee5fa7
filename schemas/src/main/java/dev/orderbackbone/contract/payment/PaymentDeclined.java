package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * The gateway declined the authorisation.
 *
 * @param code the gateway's code.
 */
public record PaymentDeclined(Meta meta, String code) implements PaymentEvent {}
