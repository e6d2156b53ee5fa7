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
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The mart as it stood at one moment: everything is read in one transaction, from the views that analysts query. Used by one thread at a time. */
public final class JdbcReadModel implements ReadModel, AutoCloseable {
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
        copy(selectFrom(table), table, reader);
    }

    @Override
    public List<ReadRow> rowsOf(ReadTable table, String owner) {
        List<ReadRow> rows = new ArrayList<>();
        copy(selectFrom(table) + " where " + table.owner() + " = " + literal(owner), table, rows::add);
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
            case TIME -> column.name() + "::timestamptz";
        };
    }

    private void copy(String select, ReadTable table, Consumer<ReadRow> reader) {
        CopiedRows rows = new CopiedRows(table);
        try {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(CopiedRows.command(select));
            for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                ReadRow row = rows.rowIn(message);
                if (row != null) {
                    reader.accept(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + table.view() + ": " + e.getMessage(), e);
        }
    }

    private String literal(String text) {
        try {
            return "'" + connection.unwrap(PGConnection.class).escapeLiteral(text) + "'";
        } catch (SQLException e) {
            throw new IllegalArgumentException("no text for SQL: " + text, e);
        }
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
