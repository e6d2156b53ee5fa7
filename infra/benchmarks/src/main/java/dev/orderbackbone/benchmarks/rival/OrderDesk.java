package dev.orderbackbone.benchmarks.rival;

import static dev.orderbackbone.benchmarks.rival.RivalStatus.CANCELLED;
import static dev.orderbackbone.benchmarks.rival.RivalStatus.CONFIRMED;
import static dev.orderbackbone.benchmarks.rival.RivalStatus.PENDING;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Brings orders to their end: two short transactions, and the payment between them. Thread-safe. */
final class OrderDesk {
    private static final String OUT_OF_STOCK = "OUT_OF_STOCK";
    private static final String PAYMENT_DECLINED = "PAYMENT_DECLINED";
    private static final String OPEN =
            "select order_id, customer_id, currency, total_minor, ordered_at, lines from order_view where status = 'PENDING'";

    private final DataSource database;
    private final RivalPayments payments;

    OrderDesk(DataSource database, RivalPayments payments) {
        this.database = database;
        this.payments = payments;
    }

    /** Returns when the order has come to its end on disk. May be repeated: one that is at its end already is left alone. */
    void take(RivalOrder order) throws SQLException, IOException {
        if (reserve(order)) {
            pay(order);
        }
    }

    /** Brings to their end what an earlier process has left. */
    void resume() throws SQLException, IOException {
        for (RivalOrder order : open()) {
            pay(order);
        }
    }

    /** Whether the order is now pending. */
    private boolean reserve(RivalOrder order) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!Statements.insert(connection, order, PENDING, null)) {
                boolean isPending = Statements.isPending(connection, order.orderId());
                connection.rollback();
                return isPending;
            }
            if (Statements.reserve(connection, order)) {
                connection.commit();
                return true;
            }
            connection.rollback();
            Statements.insert(connection, order, CANCELLED, OUT_OF_STOCK);
            Statements.tell(connection, order, CANCELLED);
            connection.commit();
            return false;
        }
    }

    private void pay(RivalOrder order) throws SQLException, IOException {
        @Nullable String paymentReference = payments.authorize(order);
        RivalStatus status = paymentReference == null ? CANCELLED : CONFIRMED;
        @Nullable String reason = paymentReference == null ? PAYMENT_DECLINED : null;
        try (Connection connection = database.getConnection()) {
            if (Statements.finish(connection, order.orderId(), status, reason, paymentReference)) {
                Statements.tell(connection, order, status);
                if (paymentReference == null) {
                    Statements.release(connection, order);
                }
            }
            connection.commit();
        }
    }

    private List<RivalOrder> open() throws SQLException {
        List<RivalOrder> open = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OPEN)) {
            while (row.next()) {
                open.add(new RivalOrder(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getTimestamp(5).toInstant(),
                        RivalOrderJson.lines(row.getString(6))));
            }
            connection.rollback();
        }
        return open;
    }
}
