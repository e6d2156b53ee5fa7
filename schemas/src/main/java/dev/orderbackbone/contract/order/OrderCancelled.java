package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/**
 * Terminal: cancelled on request, everything taken back.
 *
 * @param detail why, in the requester's words.
 */
public record OrderCancelled(Meta meta, String detail) implements OrderEvent {}
