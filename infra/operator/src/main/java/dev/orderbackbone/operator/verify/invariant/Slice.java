package dev.orderbackbone.operator.verify.invariant;

/**
 * One partition of all topics that are keyed by order id.
 *
 * @param number of the partition.
 * @param orders the orders met in it.
 */
public record Slice(int number, OrderIndex orders) {}
