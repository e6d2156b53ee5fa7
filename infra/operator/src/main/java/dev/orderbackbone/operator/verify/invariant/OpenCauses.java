package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.LogRecord;

/** Records whose cause had not been met when they were, or is dated later than they are. */
final class OpenCauses {
    private static final long LATE = Long.MIN_VALUE;

    private final Longs causes = new Longs();
    private final Longs places = new Longs();
    private final Ints orders = new Ints();

    /**
     * Keeps one.
     *
     * @param late whether the cause's id is dated later than the record's.
     */
    void add(long cause, LogRecord record, int order, boolean late) {
        causes.add(cause);
        places.add(PackedPlace.of(record) | (late ? LATE : 0));
        orders.add(order);
    }

    int size() {
        return causes.size();
    }

    long causeOf(int index) {
        return causes.get(index);
    }

    long placeOf(int index) {
        return places.get(index) & ~LATE;
    }

    boolean isLate(int index) {
        return (places.get(index) & LATE) != 0;
    }

    int orderOf(int index) {
        return orders.get(index);
    }
}
