package dev.orderbackbone.operator.lag;

/**
 * Where a consumer and a partition stood at one look.
 *
 * @param position next offset that the consumer reads.
 * @param end offset after the last committed record.
 */
record Mark(long position, long end) {
    long offsetsLeft() {
        return Math.max(0, end - position);
    }
}
