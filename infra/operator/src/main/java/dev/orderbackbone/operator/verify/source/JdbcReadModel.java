package dev.orderbackbone.operator.verify.source;

import static java.util.stream.Collectors.joining;

import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.ReadModel;
import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The mart as it stood at one moment: everything is read in one transaction, from the views that analysts query. Used by one thread at a time. */
public final class JdbcReadModel implements ReadModel, AutoCloseable {
    private static final int ROWS_AT_A_TIME = 10_000;

    private final Connection connection;
    private final List<ConsumerPosition> positions;

    private JdbcReadModel(Connection connection) throws SQLException {
        this.connection = connection;
        this.positions = readPositions();
    }

    /**
     * Takes a snapshot; the connection is closed with it.
     *
     * @throws SQLException if there is no mart, or it may not be read.
     */
    public static JdbcReadModel snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return new JdbcReadModel(connection);
    }

    /** The projection's positions and counts at that moment. */
    public List<ConsumerPosition> positions() {
        return positions;
    }

    @Override
    public void read(ReadTable table, Consumer<ReadRow> reader) {
        query(selectFrom(table), table, List.of(), reader);
    }

    @Override
    public List<ReadRow> rowsOf(ReadTable table, String owner) {
        List<ReadRow> rows = new ArrayList<>();
        query(selectFrom(table) + " where " + table.owner() + " = ?", table, List.of(owner), rows::add);
        return rows;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String selectFrom(ReadTable table) {
        return "select " + table.owner() + ", "
                + table.columns().stream().map(JdbcReadModel::expression).collect(joining(", ")) + " from "
                + table.view();
    }

    private static String expression(ReadTable.Column column) {
        return switch (column.kind()) {
            case TEXT -> column.name() + "::text";
            case NUMBER -> column.name() + "::bigint";
            case UUID -> column.name() + "::uuid";
            case TIME -> "(extract(epoch from " + column.name() + ") * 1000)::bigint";
        };
    }

    private void query(String sql, ReadTable table, List<String> parameters, Consumer<ReadRow> reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(rowOf(table, rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + table.view() + ": " + e.getMessage(), e);
        }
    }

    private static ReadRow rowOf(ReadTable table, ResultSet row) throws SQLException {
        List<ReadTable.Column> columns = table.columns();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = valueOf(columns.get(i), row, i + 2);
        }
        return ReadRow.of(table, row.getString(1), values);
    }

    private static @Nullable Object valueOf(ReadTable.Column column, ResultSet row, int index) throws SQLException {
        return switch (column.kind()) {
            case TEXT -> row.getString(index);
            case NUMBER, TIME -> {
                long number = row.getLong(index);
                yield row.wasNull() ? null : number;
            }
            case UUID -> row.getObject(index, UUID.class);
        };
    }

    private List<ConsumerPosition> readPositions() throws SQLException {
        Map<String, Map<String, Long>> ignored = readIgnored();
        List<ConsumerPosition> read = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select topic, source_partition, next_offset, applied, ignored, parked from mart.positions");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String topic = rows.getString(1);
                int partition = rows.getInt(2);
                long next = rows.getLong(3);
                Map<String, Long> reasons = ignored.getOrDefault(topic + "/" + partition, Map.of());
                TallyRow tally = new TallyRow(rows.getLong(4), rows.getLong(6), withAll(reasons, rows.getLong(5)));
                read.add(new ConsumerPosition(CONSUMER, topic, partition, next, next, tally));
            }
        }
        return read;
    }

    /** The reasons as they are counted one by one; what they lack of the count beside the position stands as a reason of its own. */
    private static Map<String, Long> withAll(Map<String, Long> reasons, long ignored) {
        long named = reasons.values().stream().mapToLong(Long::longValue).sum();
        if (named == ignored) {
            return reasons;
        }
        Map<String, Long> all = new HashMap<>(reasons);
        all.put("not-in-tallies", ignored - named);
        return all;
    }

    private Map<String, Map<String, Long>> readIgnored() throws SQLException {
        Map<String, Map<String, Long>> ignored = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select topic, source_partition, reason, records from mart.tallies where outcome = 'IGNORED'");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ignored.computeIfAbsent(rows.getString(1) + "/" + rows.getInt(2), place -> new HashMap<>())
                        .merge(rows.getString(3), rows.getLong(4), Long::sum);
            }
        }
        return ignored;
    }
}
