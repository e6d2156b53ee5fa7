package dev.orderbackbone.projection.operations;

import java.time.Duration;

/**
 * How hard a read model is filled, beside those who query another one.
 *
 * @param mostRecords in one transaction, 1 to 100,000.
 * @param percentAtWork how much of the time is spent on it, 1 to 100: after each transaction there is a pause of as long as that takes.
 */
public record Pace(int mostRecords, int percentAtWork) {

    /** Without pauses. */
    static final Pace FASTEST = new Pace(5_000, 100);

    /** Checks the ranges. */
    public Pace {
        require(mostRecords >= 1 && mostRecords <= 100_000, "records in one transaction must be 1 to 100,000");
        require(percentAtWork >= 1 && percentAtWork <= 100, "the share of the time must be 1 to 100 percent");
    }

    /** How long it rests after work that took so long. */
    Duration restAfter(Duration work) {
        return work.multipliedBy(100 - percentAtWork).dividedBy(percentAtWork);
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
