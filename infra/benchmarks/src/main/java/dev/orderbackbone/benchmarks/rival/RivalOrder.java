package dev.orderbackbone.benchmarks.rival;

import java.time.Instant;
import java.util.List;

/**
 * An order as the rival takes it.
 *
 * @param lines as many as it has, each with another SKU.
 */
record RivalOrder(
        String orderId, String customerId, String currency, long totalMinor, Instant orderedAt, List<Line> lines) {
    RivalOrder {
        lines = List.copyOf(lines);
    }

    /** Some units of one SKU. */
    record Line(String sku, int quantity, long priceMinor) {}
}
