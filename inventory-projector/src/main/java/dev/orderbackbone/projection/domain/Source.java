package dev.orderbackbone.projection.domain;

/**
 * Where in its topic a message stands.
 *
 * @param partition the partition.
 * @param offset the offset in it.
 */
public record Source(int partition, long offset) {}
