package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * Nothing remains authorised.
 *
 * @param amountMinor what was given back, minor units; 0 where nothing was authorised.
 * @param currency ISO 4217 code.
 */
public record PaymentVoided(Meta meta, long amountMinor, String currency) implements PaymentEvent {}
