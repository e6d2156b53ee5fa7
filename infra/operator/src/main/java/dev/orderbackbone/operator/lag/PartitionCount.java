package dev.orderbackbone.operator.lag;

import java.time.Duration;
import java.time.Instant;

/** Counts the records of one partition about which two looks tell. Is shown those from {@link Marks#from} on, in their order. */
final class PartitionCount {
    private final Marks marks;
    private long dealtWith;
    private long atFirst;
    private long left;
    private long oldestMs = Long.MAX_VALUE;

    PartitionCount(Marks marks) {
        this.marks = marks;
    }

    void see(long offset, long timestampMs) {
        Mark first = marks.first();
        Mark second = marks.second();
        if (offset < second.position()) {
            dealtWith += offset >= first.position() ? 1 : 0;
        } else {
            left++;
            oldestMs = oldestMs == Long.MAX_VALUE ? timestampMs : oldestMs;
        }
        atFirst += offset >= first.position() && offset < first.end() ? 1 : 0;
    }

    /** What it comes to; where there was too much to read, offsets stand for the records. */
    Lag lag(Instant now) {
        Duration age = oldestMs == Long.MAX_VALUE
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(0, now.toEpochMilli() - oldestMs));
        if (marks.isCounted()) {
            return new Lag(left, atFirst, dealtWith, age, true);
        }
        return new Lag(
                left + Math.max(0, marks.second().end() - marks.to()),
                marks.first().offsetsLeft(),
                Math.max(0, marks.second().position() - marks.first().position()),
                age,
                false);
    }
}
