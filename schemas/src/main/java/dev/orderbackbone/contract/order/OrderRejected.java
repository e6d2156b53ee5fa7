package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/**
 * Terminal: the order could not be confirmed.
 *
 * @param reason oUT_OF_STOCK or PAYMENT_DECLINED.
 * @param detail what exactly, such as the SKUs that are short.
 */
public record OrderRejected(Meta meta, CancellationReason reason, String detail) implements OrderEvent {}
