package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Meta;

/**
 * Give back what is still reserved for the order.
 *
 * @param pool stock pool: the unit of consistency.
 */
public record ReleaseReservation(Meta meta, String pool) implements InventoryCommand {}
