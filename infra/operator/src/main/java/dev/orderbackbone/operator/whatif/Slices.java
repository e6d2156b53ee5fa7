package dev.orderbackbone.operator.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.IntPredicate;
import org.apache.kafka.common.utils.Utils;

/**
 * Divides a log by partition, so that what has to be held at a time fits into memory: all records of an order stand in the partition of its key.
 *
 * @param partitions of the topics that are keyed alike, 1 or more.
 * @param count how many slices, 1 to {@code partitions}.
 */
record Slices(int partitions, int count) {
    /** Most records to hold at a time, if the partitions allow it: with their bytes about 250 MB. */
    static final long MOST_RECORDS = 500_000;

    /** As many as are needed for so many records. */
    static Slices of(int partitions, long records) {
        long needed = (records + MOST_RECORDS - 1) / MOST_RECORDS;
        return new Slices(partitions, Math.clamp(needed, 1, Math.max(1, partitions)));
    }

    /** The partitions of a slice, 0 to {@code count} − 1. */
    IntPredicate partitionsOf(int slice) {
        return partition -> partition % count == slice;
    }

    /** Whether a key belongs to a slice, whichever partition it was written to. */
    boolean holds(int slice, String key) {
        return count == 1 || partitionsOf(slice).test(partitionOf(key));
    }

    /** The partition of a key: murmur2, as Kafka's Java producers have it. */
    int partitionOf(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % Math.max(1, partitions);
    }
}
