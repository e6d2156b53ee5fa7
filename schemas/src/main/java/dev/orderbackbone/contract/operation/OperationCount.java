package dev.orderbackbone.contract.operation;

/**
 * How many of something were done.
 *
 * @param what such as records.
 * @param count 0 or more.
 */
public record OperationCount(String what, long count) {}
