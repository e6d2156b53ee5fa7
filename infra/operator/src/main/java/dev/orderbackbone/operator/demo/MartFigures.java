package dev.orderbackbone.operator.demo;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.demo.retail.RetailMapping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the read models say.
 *
 * @param money of the run's orders, by currency.
 * @param messages to the run's customers, by outcome.
 * @param stock of the whole installation.
 */
record MartFigures(List<Money> money, Map<String, Long> messages, Stock stock) {
    private static final String MONEY = """
            select o.currency_code,
                   sum(o.total_minor)::bigint,
                   coalesce(sum(p.captured_minor), 0)::bigint,
                   coalesce(sum(p.refunded_minor), 0)::bigint,
                   coalesce(sum(p.voided_minor), 0)::bigint
            from mart.orders o
            left join mart.payments p on p.order_id = o.order_id
            where o.store_id = ? and starts_with(o.idempotency_key, ?)
            group by o.currency_code
            order by o.currency_code
            """;
    private static final String MESSAGES = """
            select n.outcome, count(*)
            from mart.notifications n
            join mart.orders o on o.order_id = n.order_id
            where o.store_id = ? and starts_with(o.idempotency_key, ?)
            group by n.outcome
            """;
    private static final String STOCK = """
            select count(*), coalesce(sum(on_hand), 0)::bigint, coalesce(sum(reserved), 0)::bigint
            from mart.stock_levels
            """;

    /**
     * Amounts in minor units.
     *
     * @param orderedMinor totals of all orders that were placed, whatever became of them.
     */
    record Money(String currency, long orderedMinor, long capturedMinor, long refundedMinor, long voidedMinor) {}

    /** Units on hand, and those of them that are promised to orders. */
    record Stock(long skus, long onHand, long reserved) {}

    /** Asks now. */
    static MartFigures read(Endpoints endpoints, String run) throws SQLException {
        try (Connection connection = endpoints.database()) {
            return new MartFigures(money(connection, run), messages(connection, run), stock(connection));
        }
    }

    private static List<Money> money(Connection connection, String run) throws SQLException {
        try (PreparedStatement query = ofRun(connection, MONEY, run);
                ResultSet rows = query.executeQuery()) {
            List<Money> money = new ArrayList<>();
            while (rows.next()) {
                money.add(new Money(
                        rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5)));
            }
            return money;
        }
    }

    private static Map<String, Long> messages(Connection connection, String run) throws SQLException {
        try (PreparedStatement query = ofRun(connection, MESSAGES, run);
                ResultSet rows = query.executeQuery()) {
            Map<String, Long> messages = new TreeMap<>();
            while (rows.next()) {
                messages.put(rows.getString(1), rows.getLong(2));
            }
            return messages;
        }
    }

    private static Stock stock(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STOCK);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return new Stock(rows.getLong(1), rows.getLong(2), rows.getLong(3));
        }
    }

    private static PreparedStatement ofRun(Connection connection, String sql, String run) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setString(1, RetailMapping.STORE);
        query.setString(2, run + "-");
        return query;
    }
}
