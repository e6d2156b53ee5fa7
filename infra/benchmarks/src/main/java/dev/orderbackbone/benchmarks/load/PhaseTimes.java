package dev.orderbackbone.benchmarks.load;

import java.util.Arrays;

/**
 * The times of a phase that is over.
 *
 * @param orders how many.
 * @param seconds from the first order's due time until all orders were terminal and told.
 * @param accept from due to accepted.
 * @param terminal from due to terminal.
 * @param told from due to told.
 */
public record PhaseTimes(int orders, double seconds, Latency accept, Latency terminal, Latency told) {
    private static final double NANOS_PER_SECOND = 1e9;

    static PhaseTimes of(long[] due, long[] accepted, long[] terminal, long[] told) {
        long begin = Arrays.stream(due).min().orElseThrow();
        long end = Math.max(
                Arrays.stream(terminal).max().orElseThrow(),
                Arrays.stream(told).max().orElseThrow());
        return new PhaseTimes(
                due.length,
                (end - begin) / NANOS_PER_SECOND,
                Latency.between(due, accepted),
                Latency.between(due, terminal),
                Latency.between(due, told));
    }

    /** Orders per second. */
    public double rate() {
        return orders / seconds;
    }
}
