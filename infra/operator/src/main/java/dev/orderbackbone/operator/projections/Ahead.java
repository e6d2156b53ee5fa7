package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.change.RecordTally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What of the log a version has still to take in, for a plan.
 *
 * @param tally of it: looked into, or where that is too much by offsets.
 * @param isRead whether it was looked into.
 */
record Ahead(RecordTally tally, boolean isRead) {
    /** So much is looked into within a few seconds. */
    static final long MOST_READ = 100_000;

    /** From where a version stands, or where the log begins, to where another one is. */
    static Ahead between(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> goal, SourceLog log)
            throws InterruptedException {
        Map<TopicPartition, Long> from = log.beginnings(goal.keySet());
        Map<TopicPartition, Long> starts = new HashMap<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        goal.forEach((partition, end) -> {
            long start = Math.max(from.getOrDefault(partition, 0L), positions.getOrDefault(partition, 0L));
            if (start < end) {
                starts.put(partition, start);
                ends.put(partition, end);
            }
        });
        long offsets = ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - starts.getOrDefault(end.getKey(), 0L))
                .sum();
        RecordTally tally = new RecordTally();
        boolean isRead = offsets <= MOST_READ;
        if (isRead) {
            log.read(starts, ends, tally);
        } else {
            ends.forEach((partition, end) -> tally.addUnread(partition, end - starts.getOrDefault(partition, 0L)));
        }
        return new Ahead(tally, isRead);
    }

    /** What to say of how it was counted, and of the time. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!isRead) {
            notes.add(
                    "these are too many to look into: records are counted by their offsets, and markers of transactions have offsets too");
        }
        notes.add(Estimates.NOTE);
        return notes;
    }
}
