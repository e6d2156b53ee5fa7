package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.flow.ReadModels;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** A database of its own on a real PostgreSQL, with the projector's beans on it. */
public final class TestDatabase implements AutoCloseable {
    private static final String SERVER = System.getProperty("test.postgres");

    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    private final ApplicationContext context;

    public TestDatabase() {
        execute(SERVER, "create database " + name);
        Map<String, Object> properties = new HashMap<>(properties());
        properties.put("inventory.enabled", false);
        properties.put("projection.enabled", false);
        context = ApplicationContext.run(properties);
    }

    /** For a process that is to use this database. */
    public Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url", url(),
                "datasources.default.username", "postgres",
                "datasources.default.password", "");
    }

    public String url() {
        return SERVER.substring(0, SERVER.lastIndexOf('/') + 1) + name;
    }

    /** Read models of a version; 0 for the live one. */
    ReadModels readModels(int version) {
        ReadVersions versions = context.getBean(ReadVersions.class);
        @SuppressWarnings("unchecked")
        TransactionOperations<Connection> transactions = context.getBean(TransactionOperations.class);
        return new PostgresReadModels(
                DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class)),
                transactions,
                versions,
                context.getBean(Currencies.class),
                new Mart(versions, Clock.systemUTC()),
                version);
    }

    ReadModel readModel(int version) {
        return readModels(version).open();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Rows of a query, each as its columns' texts. */
    public List<Map<String, String>> query(String sql) {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "")) {
            return rowsOf(connection, sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    static List<Map<String, String>> rowsOf(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<Map<String, String>> rows = new ArrayList<>();
            while (row.next()) {
                Map<String, String> columns = new HashMap<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    columns.put(row.getMetaData().getColumnLabel(column), row.getString(column));
                }
                rows.add(columns);
            }
            return rows;
        }
    }

    public void execute(String sql) {
        execute(url(), sql);
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    @Override
    public void close() {
        context.close();
        execute(SERVER, "drop database " + name + " with (force)");
    }
}
