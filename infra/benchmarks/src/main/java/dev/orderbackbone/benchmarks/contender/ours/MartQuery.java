package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.workload.SampleOrder;
import dev.orderbackbone.contract.OrderIds;
import org.jspecify.annotations.Nullable;

/** What storefronts and analysts ask the mart. */
public enum MartQuery {
    /** By the key of the table. */
    TIMELINE("timeline of one order", "select * from mart.order_events where order_id = ? order by sequence"),
    /** By the index on the time. */
    NEWEST("the newest 50 orders", "select * from mart.orders order by placed_at desc, order_id desc limit 50"),
    /** By the index on the customer. */
    CUSTOMER("all orders of one customer", "select * from mart.orders where customer_id = ? order by placed_at"),
    /** By reading the table, as in what docs/analysts.md begins with. */
    BY_STATUS(
            "orders by status",
            "select status, fulfilment_status, count(*), sum(total) from mart.orders group by 1, 2 order by 1, 2");

    private final String title;
    private final String sql;

    MartQuery(String title, String sql) {
        this.title = title;
        this.sql = sql;
    }

    /** For people. */
    public String title() {
        return title;
    }

    String sql() {
        return sql;
    }

    /** What stands for the question mark when it is asked about that order; null where there is none. */
    @Nullable
    String parameter(SampleOrder order) {
        return switch (this) {
            case TIMELINE -> OrderIds.of(OrderRequest.STORE, order.key());
            case CUSTOMER -> order.customerId();
            case NEWEST, BY_STATUS -> null;
        };
    }
}
