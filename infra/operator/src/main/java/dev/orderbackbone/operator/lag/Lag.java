package dev.orderbackbone.operator.lag;

import java.time.Duration;

/**
 * How far a consumer is behind, in one partition or in several.
 *
 * @param records not yet dealt with.
 * @param recordsAtFirst the same, at the first look.
 * @param dealtWith records that were dealt with between the two looks.
 * @param age of the oldest record not yet dealt with, by its timestamp; zero where there is none.
 * @param isCounted whether the records were counted; else there are at most as many, as markers of transactions may be among them.
 */
record Lag(long records, long recordsAtFirst, long dealtWith, Duration age, boolean isCounted) {
    static final Lag NONE = new Lag(0, 0, 0, Duration.ZERO, true);

    /** Both together: as old as the older. */
    Lag plus(Lag other) {
        return new Lag(
                records + other.records,
                recordsAtFirst + other.recordsAtFirst,
                dealtWith + other.dealtWith,
                age.compareTo(other.age) >= 0 ? age : other.age,
                isCounted && other.isCounted);
    }

    Trend trend() {
        if (records == 0) {
            return Trend.CAUGHT_UP;
        }
        if (records == recordsAtFirst) {
            return Trend.STANDS_STILL;
        }
        return records > recordsAtFirst ? Trend.GROWS : Trend.SHRINKS;
    }

    double dealtWithPerSecond(Duration between) {
        return between.isZero() ? 0 : dealtWith * 1_000.0 / between.toMillis();
    }
}
