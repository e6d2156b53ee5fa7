package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.contract.order.OrderStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Orders that are longer in their state than its budget.
 *
 * @param oldest some of them, the one that waits longest first.
 * @param total all of them.
 */
record StuckOrders(List<OpenOrder> oldest, long total) {
    /** A shipment or a release makes an order one that is being processed; further shipments do not make it one anew. */
    private static final String SELECT = """
            select o.order_id, o.status, s.since, o.placed_at, o.ordered_units - o.shipped_units, count(*) over ()
            from mart.orders o
            join unnest(?::text[], ?::timestamptz[]) as budget (status, latest) on budget.status = o.status
            cross join lateral (
                select case o.status
                    when 'PENDING' then max(occurred_at) filter (where type in ('OrderPlaced', 'OrderReleased'))
                    when 'HELD' then max(occurred_at) filter (where type = 'OrderHeld')
                    when 'CONFIRMED' then max(occurred_at) filter (where type in ('OrderConfirmed', 'OrderReleased'))
                    when 'PROCESSING' then greatest(
                        min(occurred_at) filter (where type = 'OrderShipped'),
                        max(occurred_at) filter (where type = 'OrderReleased'))
                    when 'CANCELLING' then max(occurred_at) filter (where type = 'OrderCancelling')
                end as since
                from mart.order_events e
                where e.order_id = o.order_id
            ) s
            where o.placed_at < budget.latest and s.since < budget.latest
            order by s.since, o.order_id
            limit ?
            """;

    static StuckOrders read(Connection connection, Budgets budgets, Instant now, int limit) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT)) {
            List<Map.Entry<OrderStatus, Duration>> entries =
                    List.copyOf(budgets.byStatus().entrySet());
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            entries.stream().map(entry -> entry.getKey().name()).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            entries.stream()
                                    .map(entry -> now.minus(entry.getValue()).toString())
                                    .toArray()));
            query.setInt(3, limit);
            try (ResultSet rows = query.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static StuckOrders read(ResultSet rows) throws SQLException {
        List<OpenOrder> oldest = new ArrayList<>();
        long total = 0;
        while (rows.next()) {
            oldest.add(new OpenOrder(
                    rows.getString(1),
                    OrderStatus.valueOf(rows.getString(2)),
                    instant(rows, 3),
                    instant(rows, 4),
                    rows.getLong(5)));
            total = rows.getLong(6);
        }
        return new StuckOrders(List.copyOf(oldest), total);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }
}
