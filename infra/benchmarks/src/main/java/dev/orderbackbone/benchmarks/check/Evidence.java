package dev.orderbackbone.benchmarks.check;

import java.util.List;
import java.util.Map;

/**
 * What a contender's database says.
 *
 * @param orders one for each row.
 * @param available units that can still be sold, by SKU.
 * @param messages rows of messages that were brought to their end.
 * @param ordersTold different orders among them.
 */
public record Evidence(List<OrderRow> orders, Map<String, Long> available, long messages, long ordersTold) {
    public Evidence {
        orders = List.copyOf(orders);
        available = Map.copyOf(available);
    }

    /** A row. */
    public record OrderRow(int number, Outcome outcome) {}
}
