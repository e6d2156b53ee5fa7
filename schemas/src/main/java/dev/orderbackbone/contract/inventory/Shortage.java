package dev.orderbackbone.contract.inventory;

/**
 * A SKU of which too little is available.
 *
 * @param sku stock keeping unit.
 * @param requested units asked for.
 * @param available units on hand and not reserved.
 */
public record Shortage(String sku, int requested, long available) {}
