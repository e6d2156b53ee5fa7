package dev.orderbackbone.runtime;

import org.jspecify.annotations.Nullable;

/**
 * How a record stands where it is parked.
 *
 * @param turn its place in the line that it stops; null where it stops none.
 * @param attempt how often it has been parked, with this one.
 * @param redriveOffset offset of the redrive record by which it was tried again; -1 where it was not.
 */
record ParkedAs(@Nullable Turn turn, int attempt, long redriveOffset) {
    /** For the first time, stopping nothing. */
    static final ParkedAs ALONE = new ParkedAs(null, 1, -1);
}
