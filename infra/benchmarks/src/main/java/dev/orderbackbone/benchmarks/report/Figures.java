package dev.orderbackbone.benchmarks.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers for people: three digits that say something, or whole. */
final class Figures {
    private static final String NONE = "";
    private static final double WHOLE_FROM = 100;
    private static final double ONE_DIGIT_FROM = 10;
    private static final double MEBIBYTE = 1 << 20;

    private Figures() {}

    static String of(double figure) {
        if (Math.abs(figure) >= WHOLE_FROM) {
            return String.format(Locale.ROOT, "%,.0f", figure);
        }
        return String.format(Locale.ROOT, Math.abs(figure) >= ONE_DIGIT_FROM ? "%.1f" : "%.2f", figure);
    }

    /** Such as 7 or 1,234. */
    static String whole(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Such as 1,234 for so many MiB. */
    static String mebibytes(long bytes) {
        return of(bytes / MEBIBYTE);
    }

    static String of(OptionalDouble figure) {
        return figure.isPresent() ? of(figure.getAsDouble()) : NONE;
    }

    /** Such as 3.10 ×; empty where one of the two is missing. */
    static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f ×", ratio.getAsDouble()) : NONE;
    }

    /** The one divided by the other; empty where one is missing. */
    static OptionalDouble divided(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
                : OptionalDouble.empty();
    }
}
