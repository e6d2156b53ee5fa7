package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.TopicNumbers;

/** Where a record stands, in one word: 5 bits of topic, 16 of partition, 42 of offset (4.4·10¹² records); the sign is free. */
final class PackedPlace {
    private static final int PARTITION_BITS = 16;
    private static final int OFFSET_BITS = 42;

    private PackedPlace() {}

    static long of(LogRecord record) {
        return of(record.topicNumber(), record.partition(), record.offset());
    }

    private static long of(int topic, int partition, long offset) {
        return (long) topic << (PARTITION_BITS + OFFSET_BITS) | (long) partition << OFFSET_BITS | offset;
    }

    static Place unpack(long packed) {
        return new Place(
                TopicNumbers.topic((int) (packed >>> (PARTITION_BITS + OFFSET_BITS)))
                        .name(),
                (int) (packed >>> OFFSET_BITS) & ((1 << PARTITION_BITS) - 1),
                offsetOf(packed));
    }

    static long offsetOf(long packed) {
        return packed & ((1L << OFFSET_BITS) - 1);
    }
}
