package dev.orderbackbone.operator.groups;

import dev.orderbackbone.operator.CommandFailure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.OffsetSpec;
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
    default Map<TopicPartition, Long> in(GroupAdmin admin, Collection<TopicPartition> partitions)
            throws InterruptedException {
        Map<TopicPartition, Long> beginnings = admin.offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = admin.offsets(partitions, OffsetSpec.latest());
        return switch (this) {
            case Earliest() -> beginnings;
            case Latest() -> ends;
            case Time(Instant time) -> {
                Map<TopicPartition, Long> found = new HashMap<>(
                        admin.offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli())));
                found.replaceAll((partition, offset) -> offset < 0 ? ends.getOrDefault(partition, 0L) : offset);
                yield found;
            }
            case Offset(long offset) -> {
                Map<TopicPartition, Long> wanted = new HashMap<>();
                for (TopicPartition partition : partitions) {
                    long first = beginnings.getOrDefault(partition, 0L);
                    long end = ends.getOrDefault(partition, 0L);
                    if (offset < first || offset > end) {
                        throw new CommandFailure(partition + " has offsets from " + first + " to " + end
                                + " to go on at, but not " + offset);
                    }
                    wanted.put(partition, offset);
                }
                yield wanted;
            }
        };
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
