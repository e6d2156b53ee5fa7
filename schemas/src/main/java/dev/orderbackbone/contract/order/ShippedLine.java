package dev.orderbackbone.contract.order;

/**
 * Units of one order line that left the warehouse.
 *
 * @param lineNumber the order line.
 * @param quantity units shipped, at least 1.
 */
public record ShippedLine(int lineNumber, int quantity) {}
