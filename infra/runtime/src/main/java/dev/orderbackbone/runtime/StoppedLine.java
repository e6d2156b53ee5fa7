package dev.orderbackbone.runtime;

/**
 * A line that waits: which of its places are taken.
 *
 * @param first the lowest place at which a record stands.
 * @param next the place of the next record that is parked.
 */
record StoppedLine(long first, long next) {}
