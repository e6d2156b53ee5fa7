package dev.orderbackbone.operator.groups;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.log.Cluster;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Where a group is to go on. */
sealed interface Target {

    /** At the first record that is left. */
    record Earliest() implements Target {}

    /** Behind the last record. */
    record Latest() implements Target {}

    /** At the first record of a time or later; behind the last one where there is none. */
    record Time(Instant time) implements Target {}

    /** At an offset of each partition. */
    record Offset(long offset) implements Target {}

    /**
     * The offsets.
     *
     * @throws CommandFailure if a partition does not hold the offset.
     */
    default Map<TopicPartition, Long> in(Cluster cluster, Collection<TopicPartition> partitions)
            throws InterruptedException {
        return switch (this) {
            case Earliest() -> cluster.beginnings(partitions);
            case Latest() -> cluster.ends(partitions);
            case Time(Instant time) -> cluster.starts(partitions, time);
            case Offset(long offset) -> at(offset, cluster.beginnings(partitions), cluster.ends(partitions));
        };
    }

    private static Map<TopicPartition, Long> at(
            long offset, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        ends.forEach((partition, end) -> {
            long first = beginnings.getOrDefault(partition, 0L);
            if (offset < first || offset > end) {
                throw new CommandFailure(
                        partition + " has offsets from " + first + " to " + end + " to go on at, but not " + offset);
            }
            wanted.put(partition, offset);
        });
        return wanted;
    }

    /** As the options of {@code kafka-consumer-groups.sh} have it. */
    default String option() {
        return switch (this) {
            case Earliest() -> "--to-earliest";
            case Latest() -> "--to-latest";
            case Time(Instant time) ->
                "--to-datetime "
                        + DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                                .withZone(ZoneOffset.UTC)
                                .format(time);
            case Offset(long offset) -> "--to-offset " + offset;
        };
    }
}
