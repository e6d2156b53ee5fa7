package dev.orderbackbone.benchmarks.contender.rival;

import dev.orderbackbone.benchmarks.check.Evidence;
import dev.orderbackbone.benchmarks.check.Evidence.OrderRow;
import dev.orderbackbone.benchmarks.check.Outcome;
import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rival's tables say. */
final class RivalEvidence {
    private RivalEvidence() {}

    static Evidence read(Database database) {
        List<OrderRow> orders = new ArrayList<>();
        Map<String, Long> available = new HashMap<>();
        long[] messages = new long[2];
        database.query(
                "select order_id, status, coalesce(reason, '') from order_view",
                row -> orders.add(new OrderRow(
                        SampleOrder.numberOf(row.getString(1)), outcome(row.getString(2), row.getString(3)))));
        database.query("select sku, available from stock", row -> available.put(row.getString(1), row.getLong(2)));
        database.query("select count(*), count(distinct order_id) from notification", row -> {
            messages[0] = row.getLong(1);
            messages[1] = row.getLong(2);
        });
        return new Evidence(orders, available, messages[0], messages[1]);
    }

    private static Outcome outcome(String status, String reason) {
        return switch (status + " " + reason) {
            case "CONFIRMED " -> Outcome.CONFIRMED;
            case "CANCELLED OUT_OF_STOCK" -> Outcome.OUT_OF_STOCK;
            case "CANCELLED PAYMENT_DECLINED" -> Outcome.DECLINED;
            default -> Outcome.OTHER;
        };
    }
}
