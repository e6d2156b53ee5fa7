package dev.orderbackbone.contract.inventory;

/**
 * A change of one SKU's stock on hand.
 *
 * @param sku stock keeping unit.
 * @param delta units to add; negative to take away; not 0.
 */
public record StockDelta(String sku, int delta) {}
