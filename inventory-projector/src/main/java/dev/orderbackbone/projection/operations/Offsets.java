package dev.orderbackbone.projection.operations;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Distances in the log. Markers of transactions have offsets too. */
final class Offsets {
    private Offsets() {}

    /** Over all partitions; one that the first does not have counts from 0, one in which it is ahead counts for nothing. */
    static long between(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        return to.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - from.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
