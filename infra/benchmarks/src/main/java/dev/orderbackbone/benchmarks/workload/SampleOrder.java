package dev.orderbackbone.benchmarks.workload;

import java.util.List;

/**
 * An order of the benchmark, in euros.
 *
 * @param number 0, 1, 2, ...
 * @param lines 1 to 5, each with another SKU.
 */
public record SampleOrder(int number, String customerId, String shipTo, List<SampleLine> lines) {
    public static final String CURRENCY = "EUR";

    private static final String ZERO = "o-0000000000";

    public SampleOrder {
        lines = List.copyOf(lines);
    }

    /** The order's own name, made of its number. */
    public String key() {
        return Digits.into(ZERO, number);
    }

    /** The number in a key. */
    public static int numberOf(String key) {
        return Integer.parseInt(key, ZERO.indexOf('0'), key.length(), 10);
    }

    /** To pay, in cents. */
    public long totalMinor() {
        return lines.stream()
                .mapToLong(line -> line.priceMinor() * line.quantity())
                .sum();
    }
}
