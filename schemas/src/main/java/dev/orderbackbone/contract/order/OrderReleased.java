package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/**
 * The order goes on where it was held.
 *
 * @param reason what it had waited for.
 * @param resumed the state that it goes on in.
 */
public record OrderReleased(Meta meta, HoldReason reason, OrderStatus resumed) implements OrderEvent {}
