package dev.orderbackbone.projection.adapter;

import java.time.Instant;

/** Values as PostgreSQL can hold them: not everything that a message may say has a place in a column. */
final class SqlValues {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final long MILLIS_OF_2000 =
            Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final char NUL = 0;
    private static final char REPLACEMENT = '\ufffd';

    private SqlValues() {}

    /** The text; a NUL, which no column can hold, becomes the replacement character. */
    static String text(String value) {
        return value.indexOf(NUL) < 0 ? value : value.replace(NUL, REPLACEMENT);
    }

    /** The time; beyond the years 1 to 9999, which a storefront's clock may state, the nearest one within. */
    static Instant time(Instant value) {
        if (value.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return value.isAfter(LATEST) ? LATEST : value;
    }

    /** The time as PostgreSQL counts it. */
    static long microsSince2000(Instant value) {
        return (time(value).toEpochMilli() - MILLIS_OF_2000) * 1_000;
    }
}
