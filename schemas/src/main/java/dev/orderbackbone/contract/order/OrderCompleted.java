package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/**
 * Terminal: all that was not cancelled has shipped and is paid.
 *
 * @param shippedMinor value of all shipments, equal to the amount captured, minor units.
 */
public record OrderCompleted(Meta meta, long shippedMinor) implements OrderEvent {}
