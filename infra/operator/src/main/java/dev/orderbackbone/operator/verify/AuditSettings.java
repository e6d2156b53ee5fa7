package dev.orderbackbone.operator.verify;

import java.time.Duration;

/**
 * How an audit is done.
 *
 * @param everythingEnded whether the auditor is to take it that everything has come to its end, so that nothing unfinished is excused.
 * @param mostPrinted violations of each invariant that are reported word for word, 1 or more; all are counted.
 * @param threads that read at a time, 1 or more: each needs memory for the facts of the orders that it reads.
 * @param mostRecords of one reading, 1 or more: a partition that has more is read as often as that takes, each time for a part of its orders.
 * @param clockSkew how far the clocks of the services may differ, not negative.
 * @param grace how late a deadline may be acted on, not negative.
 */
public record AuditSettings(
        boolean everythingEnded, int mostPrinted, int threads, long mostRecords, Duration clockSkew, Duration grace) {
    private static final int MOST_THREADS = 2;
    private static final int USUAL_PRINTED = 20;

    /** The facts of 1.08 million records of 100,000 orders took 330 to 380 MB, before less was kept of each order. */
    private static final long USUAL_RECORDS = 2_000_000;

    /** Twenty of each, as many threads as there are processors but at most two, two million records, a minute of skew and of grace. */
    public static final AuditSettings USUAL = new AuditSettings(
            false,
            USUAL_PRINTED,
            Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
            USUAL_RECORDS,
            Duration.ofMinutes(1),
            Duration.ofMinutes(1));

    /** Checks the ranges. */
    public AuditSettings {
        require(mostPrinted >= 1, "most-printed must be 1 or more, but is " + mostPrinted);
        require(threads >= 1, "threads must be 1 or more, but is " + threads);
        require(mostRecords >= 1, "most-records must be 1 or more, but is " + mostRecords);
        require(!clockSkew.isNegative(), "clock-skew must not be negative, but is " + clockSkew);
        require(!grace.isNegative(), "grace must not be negative, but is " + grace);
    }

    /** The same, with nothing unfinished excused or not. */
    public AuditSettings withEverythingEnded(boolean ended) {
        return new AuditSettings(ended, mostPrinted, threads, mostRecords, clockSkew, grace);
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
