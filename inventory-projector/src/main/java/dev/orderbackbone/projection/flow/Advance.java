package dev.orderbackbone.projection.flow;

import org.jspecify.annotations.Nullable;

/**
 * How far a batch moves the position of one partition.
 *
 * @param from offset at which the batch begins: the stored position must be this, or the batch is not the projector's to apply.
 * @param next offset after the batch.
 * @param end end of the partition, as last seen; null where it was not looked at.
 */
public record Advance(long from, long next, @Nullable Long end) {}
