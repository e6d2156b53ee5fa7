package dev.orderbackbone.operator.verify.invariant;

/**
 * Orders of one partition of all topics that are keyed by order id: all of them, or, where they are too many at a time, some.
 *
 * @param partition its number.
 * @param orders those met in it.
 */
public record Slice(int partition, OrderIndex orders) {}
