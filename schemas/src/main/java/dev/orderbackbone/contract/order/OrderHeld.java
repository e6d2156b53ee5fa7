package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/**
 * The order waits.
 *
 * @param reason for what.
 * @param detail what exactly.
 * @param heldFrom the state that it goes back to when released.
 */
public record OrderHeld(Meta meta, HoldReason reason, String detail, OrderStatus heldFrom) implements OrderEvent {}
