package dev.orderbackbone.projection.operations;

/**
 * What a replay into a version of its own came to, this time.
 *
 * @param version that was filled.
 * @param projected records that rows came from.
 * @param ignored records that rightly changed nothing, such as those of an order whose first event is not among them.
 * @param unreadable records that the projection cannot read, or the database refuses; they are left out, as they are in the live version.
 */
public record Replayed(int version, long projected, long ignored, long unreadable) {}
