package dev.orderbackbone.benchmarks.contender;

import java.util.Locale;

/** One of the two that are compared. */
public enum Side {
    /** This backbone. */
    OURS,
    /** The hand-written PostgreSQL service. */
    RIVAL;

    /** As in options, files and JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
