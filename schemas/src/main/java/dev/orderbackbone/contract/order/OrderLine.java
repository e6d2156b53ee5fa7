package dev.orderbackbone.contract.order;

import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param lineNumber 1, 2, ... within the order.
 * @param sku stock keeping unit, compared exactly (case matters).
 * @param description what the storefront called it.
 * @param quantity units ordered, 1 to 1,000,000.
 * @param unitPriceMinor price of one unit in minor units of the order's currency, not negative.
 * @param location stock location that the line ships from.
 */
public record OrderLine(
        int lineNumber, String sku, @Nullable String description, int quantity, long unitPriceMinor, String location) {}
