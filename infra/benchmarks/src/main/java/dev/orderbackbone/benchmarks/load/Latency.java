package dev.orderbackbone.benchmarks.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long something took, in milliseconds, exact to 0.1 %. */
public record Latency(double p50, double p90, double p99, double p999, double max) {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MS = 1_000;

    /** From each of the times to its counterpart, all in nanoseconds. */
    static Latency between(long[] from, long[] to) {
        Recorder recorder = new Recorder();
        for (int i = 0; i < from.length; i++) {
            recorder.add(to[i] - from[i]);
        }
        return recorder.latency();
    }

    /** Gathers what is measured one by one. Not thread-safe. */
    public static final class Recorder {
        private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);

        /** One more. */
        public void add(long nanos) {
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanos)));
        }

        /** How many there are. */
        public long count() {
            return micros.getTotalCount();
        }

        /** Of all so far; all 0 if there is none. */
        public Latency latency() {
            return of(micros);
        }
    }

    private static Latency of(Histogram micros) {
        return new Latency(at(micros, 50), at(micros, 90), at(micros, 99), at(micros, 99.9), at(micros, 100));
    }

    private static double at(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MS;
    }
}
