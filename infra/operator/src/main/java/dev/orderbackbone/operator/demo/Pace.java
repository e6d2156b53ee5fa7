package dev.orderbackbone.operator.demo;

import java.time.Duration;

/** Lets through so many a second, evenly. Who was late is not hurried on afterwards by more than a second's worth. */
final class Pace {
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    private final long intervalNanos;
    private long nextNanos;

    /** A rate of 0 lets everything through. */
    Pace(int ratePerSecond, long nowNanos) {
        this.intervalNanos = ratePerSecond == 0 ? 0 : SECOND_NANOS / ratePerSecond;
        this.nextNanos = nowNanos;
    }

    /** How long the next one has to wait. */
    Duration delay(long nowNanos) {
        nextNanos = Math.max(nextNanos, nowNanos - SECOND_NANOS);
        long delay = Math.max(0, nextNanos - nowNanos);
        nextNanos += intervalNanos;
        return Duration.ofNanos(delay);
    }
}
