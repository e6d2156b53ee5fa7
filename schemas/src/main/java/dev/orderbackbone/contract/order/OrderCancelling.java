package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/**
 * What was done for the order, and has not shipped, is being taken back.
 *
 * @param reason why.
 * @param detail what exactly.
 */
public record OrderCancelling(Meta meta, CancellationReason reason, String detail) implements OrderEvent {}
