package dev.orderbackbone.benchmarks.run;

import java.util.Locale;

/** What is measured, in this order. */
public enum Stage {
    /** The maximum: closed loop. */
    MAX,
    /** The same with every order wanting the same SKU. */
    HOT,
    /** Latency at half of a contender's own maximum: open loop. */
    HALF,
    /** Latency at the same rate for both. */
    RATE,
    /** Latency at several parts of a contender's own maximum, for the plot. */
    SWEEP;

    /** As in files and JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
