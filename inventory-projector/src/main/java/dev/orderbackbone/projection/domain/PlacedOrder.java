package dev.orderbackbone.projection.domain;

import dev.orderbackbone.contract.order.OrderPlaced;

/**
 * An order that is new in a batch, as it stands at the batch's end.
 *
 * @param placed its first event.
 * @param progress what its further events in the batch have come to.
 */
public record PlacedOrder(OrderPlaced placed, OrderProgress progress) {}
