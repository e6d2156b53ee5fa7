package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * The amount is authorised.
 *
 * @param amountMinor amount, minor units.
 * @param currency ISO 4217 code.
 * @param authorizationId the gateway's id.
 */
public record PaymentAuthorized(Meta meta, long amountMinor, String currency, String authorizationId)
        implements PaymentEvent {}
