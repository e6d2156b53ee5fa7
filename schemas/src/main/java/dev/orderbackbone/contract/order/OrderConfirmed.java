package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/**
 * All stock is reserved and the payment authorised.
 *
 * @param authorizedMinor amount authorised, minor units; 0 where nothing is to pay.
 */
public record OrderConfirmed(Meta meta, long authorizedMinor) implements OrderEvent {}
