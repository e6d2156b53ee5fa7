package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * The gateway refuses the void for good.
 *
 * @param code the gateway's code.
 */
public record PaymentVoidFailed(Meta meta, String code) implements PaymentEvent {}
