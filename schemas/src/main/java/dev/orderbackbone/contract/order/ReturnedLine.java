package dev.orderbackbone.contract.order;

/**
 * Units of one order line that came back.
 *
 * @param lineNumber the order line.
 * @param quantity units returned, at least 1.
 * @param restock true when the units go back on the shelf; false when they are written off.
 */
public record ReturnedLine(int lineNumber, int quantity, boolean restock) {}
