package dev.orderbackbone.projection.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** People who query the mart without a break: each notes what it must not see. Only the orders' store tells which version it sees. */
final class SwapWatchers implements AutoCloseable {
    private final TestPostgres database;
    private final long orders;
    private final List<String> anomalies = new CopyOnWriteArrayList<>();
    private final List<Thread> threads;
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile boolean isStopping;

    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    /** Starts. There are at least {@code orders} orders. */
    SwapWatchers(TestPostgres database, long orders) {
        this.database = database;
        this.orders = orders;
        this.threads = List.of(watch(this::countOrders), watch(this::joinTwoViews), watch(this::readOneAfterTheOther));
    }

    /** Returns when so many more looks were taken. */
    void awaitRounds(int more) {
        int goal = rounds.get() + more;
        Await.until(() -> assertThat(rounds.get()).isGreaterThanOrEqualTo(goal));
    }

    /** Ends, and tells what was seen that must not be. */
    List<String> stop() throws InterruptedException {
        isStopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
        return anomalies;
    }

    @Override
    public void close() {
        isStopping = true;
    }

    private void countOrders(Connection connection) throws SQLException {
        long seen = Long.parseLong(one(connection, "select count(*) from mart.orders"));
        if (seen < orders) {
            anomalies.add(seen + " orders");
        }
    }

    private void joinTwoViews(Connection connection) throws SQLException {
        String mixed = one(
                connection,
                "select count(*) from mart.orders o join mart.order_lines l using (order_id) where o.store_id <> l.store_id");
        if (!mixed.equals("0")) {
            anomalies.add(mixed + " lines of another version than their orders");
        }
    }

    private void readOneAfterTheOther(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        String first = one(connection, "select min(store_id) from mart.orders");
        String second = one(connection, "select min(store_id) from mart.order_lines");
        connection.commit();
        if (!first.equals(second)) {
            anomalies.add("first " + first + ", then " + second);
        }
    }

    private Thread watch(Look look) {
        return Thread.ofPlatform().start(() -> {
            try (Connection connection = database.connect()) {
                while (!isStopping) {
                    look.at(connection);
                    rounds.incrementAndGet();
                }
            } catch (SQLException failure) {
                anomalies.add(String.valueOf(failure.getMessage()));
            }
        });
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
