package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/** Terminal: not confirmed in time, everything taken back. */
public record OrderExpired(Meta meta) implements OrderEvent {}
