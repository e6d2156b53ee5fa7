package dev.orderbackbone.runtime;

/**
 * How many inputs were ignored for one reason.
 *
 * @param why the decider's reason.
 * @param count records.
 */
public record IgnoredCount(String why, long count) {}
