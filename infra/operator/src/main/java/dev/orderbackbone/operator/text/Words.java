package dev.orderbackbone.operator.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Times, sizes and amounts for people. */
public final class Words {
    private static final long MEBIBYTE = 1L << 20;
    private static final int UNKNOWN_CURRENCY_DIGITS = 0;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** Such as 0.4 s, 12.3 s, 3 min 05 s, 2 h 07 min, 3 d 04 h. */
    public static String of(Duration duration) {
        if (duration.toMinutes() < 1) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
        }
        if (duration.toHours() < 1) {
            return String.format(Locale.ROOT, "%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
        }
        if (duration.toDays() < 1) {
            return String.format(Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
        }
        return String.format(Locale.ROOT, "%d d %02d h", duration.toDays(), duration.toHoursPart());
    }

    /** To the second, in UTC, such as 2026-11-27 12:03:09. */
    public static String at(Instant time) {
        return TIME.format(time);
    }

    /** With separators, such as 25,900. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as 312 MiB. */
    public static String bytes(long bytes) {
        return count((bytes + MEBIBYTE / 2) / MEBIBYTE) + " MiB";
    }

    /** Minor units in units of their currency, such as 1,234.56 GBP or 1,235 JPY. */
    public static String amount(long minor, String currency) {
        int digits = digitsOf(currency);
        return String.format(Locale.ROOT, "%,." + digits + "f %s", BigDecimal.valueOf(minor, digits), currency);
    }

    /** The text, cut to so many characters. */
    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static int digitsOf(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .mapToInt(Currency::getDefaultFractionDigits)
                .filter(digits -> digits >= 0)
                .findFirst()
                .orElse(UNKNOWN_CURRENCY_DIGITS);
    }
}
