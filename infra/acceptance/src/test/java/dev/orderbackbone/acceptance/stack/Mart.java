package dev.orderbackbone.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.local.PostgresServer;
import dev.orderbackbone.testkit.Await;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The views that analysts query. */
public final class Mart {
    private static final String OUTCOME = """
            select o.status, o.fulfilment_status,
                coalesce(p.captured_minor, 0), coalesce(p.voided_minor, 0), coalesce(p.refunded_minor, 0)
            from mart.orders o left join mart.payments p on p.order_id = o.order_id
            where o.order_id = ?""";
    private static final String REFUSALS = "select intake_type || ' ' || rule from mart.refusals where order_id = ?";
    private static final String CLOSED = "select order_id from mart.orders where closed_at is not null";
    private static final String LINES =
            "select sku || ' ' || quantity from mart.order_lines where order_id = ? order by line_number";

    private final PostgresServer database;

    Mart(PostgresServer database) {
        this.database = database;
    }

    /**
     * What has become of an order.
     *
     * @param fulfilment derived from units: NOT_SHIPPED, PARTLY_SHIPPED, SHIPPED, PARTLY_RETURNED, RETURNED.
     * @param capturedMinor taken from the customer, minor units.
     * @param voidedMinor given back uncaptured, minor units.
     * @param refundedMinor given back, minor units.
     */
    public record Outcome(String status, String fulfilment, long capturedMinor, long voidedMinor, long refundedMinor) {}

    /** Of an order; none where it is not there, or not there yet. */
    public List<Outcome> outcomeOf(String orderId) throws SQLException {
        return query(
                OUTCOME,
                row -> new Outcome(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                orderId);
    }

    /** An order's lines, each as SKU and quantity. */
    public List<String> linesOf(String orderId) throws SQLException {
        return query(LINES, row -> row.getString(1), orderId);
    }

    /** What was refused under an order id, each as the event's type and the broken rule. */
    public List<String> refusalsOf(String orderId) throws SQLException {
        return query(REFUSALS, row -> row.getString(1), orderId);
    }

    /**
     * Returns when all of these orders have ended; names those that have not in time. That the system is quiet does not say so: an order may wait for
     * a deadline, such as that of a payment whose answer is lost.
     */
    public void awaitEnd(Set<String> orders, Duration patience) {
        Await.until(patience, () -> {
            Set<String> goingOn = new HashSet<>(orders);
            closed().forEach(goingOn::remove);
            assertThat(goingOn).as("orders that have not ended").isEmpty();
        });
    }

    /** Ids of the orders that have ended. */
    public List<String> closed() throws SQLException {
        return query(CLOSED, row -> row.getString(1));
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> reader, String... parameters) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    rows.add(reader.read(results));
                }
            }
            return rows;
        }
    }
}
