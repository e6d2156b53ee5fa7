package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.LogRecord;

/**
 * Where one invariant looks at one slice. {@link #see} is called by one thread, with other desks at work at the same time, and must touch only what
 * is the desk's own or does not change any more; desks conclude one at a time.
 */
public interface Desk {
    /** Number of an order where a record belongs to none. */
    int NO_ORDER = -1;

    /** A desk that has nothing to do. */
    Desk IDLE = (record, order) -> {};

    /**
     * Takes a record down. The records of a partition come in the order of their offsets; those of different topics in any order.
     *
     * @param order number of the order within the slice; {@link #NO_ORDER} for a record of a shared topic.
     */
    void see(LogRecord record, int order);

    /** Judges the slice. */
    default void conclude() {}
}
