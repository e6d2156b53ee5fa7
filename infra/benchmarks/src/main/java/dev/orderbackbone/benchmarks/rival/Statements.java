package dev.orderbackbone.benchmarks.rival;

import dev.orderbackbone.benchmarks.rival.RivalOrder.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rival says to its database. Nothing here commits. */
final class Statements {
    private static final String INSERT =
            "insert into order_view values (?,?,?,?,?,?,?,?::jsonb,null,to_timestamp(?::float8/1000),now()) on conflict (order_id) do nothing";
    private static final String STATUS = "select status from order_view where order_id = ?";
    private static final String FINISH =
            "update order_view set status=?, reason=?, payment_ref=?, updated_at=now() where order_id=? and status='PENDING'";
    private static final String RESERVE = "update stock set available = available - ? where sku = ? and available >= ?";
    private static final String RELEASE = "update stock set available = available + ? where sku = ?";
    private static final String NOTIFY =
            "insert into notification (order_id, kind, payload) values (?,?,?) on conflict do nothing";

    private Statements() {}

    /** Whether the order was new. */
    static boolean insert(Connection connection, RivalOrder order, RivalStatus status, @Nullable String reason)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, order.orderId());
            statement.setString(2, order.customerId());
            statement.setString(3, status.name());
            statement.setString(4, reason);
            statement.setLong(5, order.totalMinor());
            statement.setString(6, order.currency());
            statement.setInt(7, order.lines().size());
            statement.setString(8, RivalOrderJson.write(order.lines()));
            statement.setLong(9, order.orderedAt().toEpochMilli());
            return statement.executeUpdate() == 1;
        }
    }

    /** Whether the order, which is there, has not come to its end. */
    static boolean isPending(Connection connection, String orderId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATUS)) {
            statement.setString(1, orderId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && RivalStatus.valueOf(row.getString(1)) == RivalStatus.PENDING;
            }
        }
    }

    /** Whether the order was still pending. */
    static boolean finish(
            Connection connection,
            String orderId,
            RivalStatus status,
            @Nullable String reason,
            @Nullable String paymentReference)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
            statement.setString(1, status.name());
            statement.setString(2, reason);
            statement.setString(3, paymentReference);
            statement.setString(4, orderId);
            return statement.executeUpdate() == 1;
        }
    }

    /** Takes all lines out of stock; false if one is short: the transaction must then be rolled back. */
    static boolean reserve(Connection connection, RivalOrder order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RESERVE)) {
            for (Line line : rarestFirst(order)) {
                statement.setInt(1, line.quantity());
                statement.setString(2, line.sku());
                statement.setInt(3, line.quantity());
                statement.addBatch();
            }
            for (int rows : statement.executeBatch()) {
                if (rows != 1) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Gives all lines back. */
    static void release(Connection connection, RivalOrder order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            for (Line line : rarestFirst(order)) {
                statement.setInt(1, line.quantity());
                statement.setString(2, line.sku());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Writes down what the customer is to be told. */
    static void tell(Connection connection, RivalOrder order, RivalStatus kind) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
            statement.setString(1, order.orderId());
            statement.setString(2, kind.name());
            statement.setString(
                    3,
                    "{\"customerId\":\"" + order.customerId() + "\",\"order\":\"" + order.orderId() + "\",\"status\":\""
                            + kind + "\"}");
            statement.executeUpdate();
        }
    }

    /** One order of locks for all, so that no two orders wait for each other; what many want is locked last and held shortest. */
    private static List<Line> rarestFirst(RivalOrder order) {
        List<Line> lines = new ArrayList<>(order.lines());
        lines.sort(Comparator.comparing(Line::sku).reversed());
        return lines;
    }
}
