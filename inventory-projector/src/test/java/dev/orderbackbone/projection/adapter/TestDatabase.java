package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.flow.Advance;
import dev.orderbackbone.projection.flow.Batch;
import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.flow.ReadModel.Applied;
import dev.orderbackbone.projection.flow.ReadModels;
import dev.orderbackbone.projection.flow.SourceTopics;
import dev.orderbackbone.testkit.TestPostgres;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The projector's beans on a real database. To be registered as a static extension: one server for the tests of a class. */
final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    private static final List<String> TABLES = List.of(
            "orders",
            "order_lines",
            "order_events",
            "payment_transactions",
            "notifications",
            "stock_decisions",
            "stock_levels",
            "refusals");

    private final TestPostgres postgres = new TestPostgres();
    private final Map<Integer, ReadModel> opened = new HashMap<>();
    private @Nullable ApplicationContext context;

    @Override
    public void beforeAll(ExtensionContext extension) throws Exception {
        postgres.beforeAll(extension);
        context = ApplicationContext.run(Map.of(
                "datasources.default.url", postgres.jdbcUrl(),
                "datasources.default.username", postgres.username(),
                "datasources.default.password", postgres.password(),
                "inventory.enabled", false,
                "projection.enabled", false));
    }

    @Override
    public void afterAll(ExtensionContext extension) {
        context().close();
        postgres.afterAll(extension);
    }

    /** Read models of a version; 0 for the live one. */
    ReadModels readModels(int version) {
        return new PostgresReadModels(
                DelegatingDataSource.unwrapDataSource(context().getBean(DataSource.class)),
                transactions(),
                context().getBean(ReadVersions.class),
                context().getBean(Currencies.class),
                Clock.systemUTC(),
                version);
    }

    ReadModel readModel(int version) {
        return readModels(version).open();
    }

    /** Projects messages, each on its topic's partition 0 and at the next offsets there. */
    Applied project(int version, Incoming... messages) {
        ReadModel readModel = opened.computeIfAbsent(version, this::readModel);
        UUID owner = UUID.randomUUID();
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        SourceTopics.ALL.forEach(topic -> beginnings.put(new TopicPartition(topic.name(), 0), 0L));
        Map<TopicPartition, Long> positions = readModel.takeOver(owner, beginnings);
        Map<TopicPartition, Advance> advances = new HashMap<>();
        for (Incoming message : messages) {
            TopicPartition partition = Batch.partitionOf(message);
            advances.put(
                    partition,
                    new Advance(
                            positions.getOrDefault(partition, 0L),
                            message.source().offset() + 1,
                            null));
        }
        return readModel.apply(owner, new Batch(List.of(messages), advances, Map.of()));
    }

    @SuppressWarnings("unchecked") // the only one is that of the only data source
    TransactionOperations<Connection> transactions() {
        return context().getBean(TransactionOperations.class);
    }

    <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    /** All rows of a version, positions apart, in an order of their own. */
    List<String> contents(int version) {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            query("select to_jsonb(t)::text as row from read_" + version + "." + table + " t order by 1")
                    .forEach(row -> rows.add(table + " " + row.get("row")));
        }
        return rows;
    }

    /** The server, to be stopped. */
    TestPostgres server() {
        return postgres;
    }

    /** Forgets everything, as if the projector had never run here. */
    void wipe() {
        execute("drop schema if exists projection, mart, read_1, read_2 cascade");
    }

    /** Forgets all rows of version 1. */
    void empty() {
        query("select string_agg('read_1.' || relname, ', ') as names from pg_class "
                        + "where relnamespace = to_regnamespace('read_1') and relkind = 'r'")
                .forEach(tables -> execute("truncate " + tables.get("names")));
    }

    /** Rows of a query, each as the texts of its columns. */
    List<Map<String, String>> query(String sql) {
        return queryAs(postgres.username(), sql);
    }

    /** Rows that a role sees, with the settings that count from its login on. */
    List<Map<String, String>> queryAs(String role, String sql) {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role " + role);
            for (String setting : settingsOf(connection, role)) {
                statement.execute("set " + setting);
            }
            List<Map<String, String>> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    rows.add(columnsOf(row));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalArgumentException(failure.getMessage(), failure);
        }
    }

    void execute(String sql) {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalArgumentException(sql, failure);
        }
    }

    private static List<String> settingsOf(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select unnest(rolconfig) from pg_roles where rolname = ?")) {
            statement.setString(1, role);
            List<String> settings = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    settings.add(row.getString(1));
                }
            }
            return settings;
        }
    }

    private ApplicationContext context() {
        return Objects.requireNonNull(context, "not started");
    }

    private static Map<String, String> columnsOf(ResultSet row) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            columns.put(row.getMetaData().getColumnLabel(column), String.valueOf(row.getString(column)));
        }
        return columns;
    }
}
