package dev.orderbackbone.operator.projections;

import java.time.Duration;

/** How long something will take, about: from counts, and from what was measured on two busy cores (decision 15). */
public final class Estimates {
    /** To be said beside a time. */
    public static final String NOTE =
            "the time is an estimate, from what was measured on two busy cores; the progress tells better";

    /** Records that are read, decoded and written in a second without rests. */
    private static final long PROJECTED_PER_SECOND = 60_000;

    /** Records of the log whose rows are compared in a second, those of both versions. */
    private static final long COMPARED_PER_SECOND = 30_000;

    /** What else it takes: connecting, and looking afterwards. */
    private static final Duration AROUND_IT = Duration.ofSeconds(2);

    private Estimates() {}

    /**
     * Of projecting records.
     *
     * @param percentAtWork how much of the time it works, 1 to 100.
     */
    public static Duration ofProjecting(long records, int percentAtWork) {
        return ofSeconds((double) records * 100 / percentAtWork / PROJECTED_PER_SECOND);
    }

    /** Of comparing the rows of two versions that so many records have made. */
    static Duration ofComparing(long records) {
        return ofSeconds((double) records / COMPARED_PER_SECOND);
    }

    /** Of something that does not depend on how much there is. */
    static Duration ofAMoment() {
        return AROUND_IT;
    }

    private static Duration ofSeconds(double seconds) {
        return AROUND_IT.plusMillis(Math.round(seconds * 1_000));
    }
}
