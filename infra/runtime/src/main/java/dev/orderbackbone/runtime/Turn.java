package dev.orderbackbone.runtime;

/**
 * Where a parked record stands in the line that it stops.
 *
 * @param line as {@link Flow#lineOf} has it.
 * @param place lower ones come first; one that has become free may be taken again by another record when the line has none left.
 */
public record Turn(String line, long place) {}
