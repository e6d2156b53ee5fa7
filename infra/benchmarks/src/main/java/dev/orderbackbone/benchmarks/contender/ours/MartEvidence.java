package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.check.Evidence;
import dev.orderbackbone.benchmarks.check.Evidence.OrderRow;
import dev.orderbackbone.benchmarks.check.Outcome;
import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What analysts would see. */
final class MartEvidence {
    private static final String ORDERS =
            "select idempotency_key, status, cancellation_reason from mart.orders where store_id = '"
                    + OrderRequest.STORE + "'";
    private static final String STOCK = "select sku, available from mart.stock_levels";
    private static final String MESSAGES =
            "select count(*), count(distinct order_id) from mart.notifications where outcome in ('SENT', 'SUPPRESSED')";

    private MartEvidence() {}

    static Evidence read(Database database) {
        List<OrderRow> orders = new ArrayList<>();
        Map<String, Long> available = new HashMap<>();
        long[] messages = new long[2];
        database.query(ORDERS, row -> orders.add(new OrderRow(SampleOrder.numberOf(row.getString(1)), outcome(row))));
        database.query(STOCK, row -> available.put(row.getString(1), row.getLong(2)));
        database.query(MESSAGES, row -> {
            messages[0] = row.getLong(1);
            messages[1] = row.getLong(2);
        });
        return new Evidence(orders, available, messages[0], messages[1]);
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return switch (row.getString(2)) {
            case "CONFIRMED" -> Outcome.CONFIRMED;
            case "REJECTED" ->
                switch (Objects.requireNonNullElse(row.getString(3), "")) {
                    case "OUT_OF_STOCK" -> Outcome.OUT_OF_STOCK;
                    case "PAYMENT_DECLINED" -> Outcome.DECLINED;
                    default -> Outcome.OTHER;
                };
            default -> Outcome.OTHER;
        };
    }
}
