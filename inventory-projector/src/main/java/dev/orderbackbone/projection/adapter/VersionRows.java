package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.operations.VersionState;
import dev.orderbackbone.projection.operations.VersionStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the database knows of versions. */
final class VersionRows {
    private static final String ARE_THERE = "select to_regclass('projection.read_versions') is not null";

    private static final String ALL = """
            select v.version, v.state, v.tables_hash, v.code_hash, v.created_at, v.built_at, v.live_since, v.part, v.part_mark,
                coalesce((select sum(pg_total_relation_size(c.oid)) from pg_class c
                    where c.relnamespace = to_regnamespace('read_' || v.version) and c.relkind = 'r'), 0)::bigint as bytes
            from projection.read_versions v
            where to_regnamespace('read_' || v.version) is not null
            order by v.version""";

    private static final String STATE = "select state from projection.read_versions where version = ?";

    private static final String BUILT =
            "update projection.read_versions set built_at = clock_timestamp() where version = ?";

    private static final String DELETE = "delete from projection.read_versions where version = ?";

    private static final String TABLES = """
            select relname from pg_class where relnamespace = to_regnamespace(?) and relkind = 'r' order by relname""";

    private static final String POSITIONS = """
            select topic, source_partition, next_offset, applied + ignored + parked as records from ${schema}.positions""";

    private VersionRows() {}

    /** Whether a projector has ever started on this database. */
    static boolean areThere(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ARE_THERE);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    static List<VersionStatus> read(Connection connection) throws SQLException {
        String tablesHash = ReadSchema.tablesHash();
        String codeHash = ProjectionCode.hash();
        List<VersionStatus> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int version = row.getInt("version");
                Map<TopicPartition, Long> positions = new HashMap<>();
                long records = readPositions(connection, version, positions);
                all.add(new VersionStatus(
                        version,
                        VersionState.valueOf(row.getString("state")),
                        new VersionStatus.Code(
                                tablesHash.equals(row.getString("tables_hash")),
                                codeHash.equals(row.getString("code_hash"))),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row.getTimestamp("built_at")),
                        instant(row.getTimestamp("live_since")),
                        records,
                        row.getLong("bytes"),
                        positions,
                        partIn(row)));
            }
        }
        return all;
    }

    private static VersionStatus.@Nullable Part partIn(ResultSet row) throws SQLException {
        String words = row.getString("part");
        String mark = row.getString("part_mark");
        return words == null || mark == null ? null : new VersionStatus.Part(mark, words);
    }

    static Map<TopicPartition, Long> positionsOf(Connection connection, int version) throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        readPositions(connection, version, positions);
        return positions;
    }

    /** Null where there is no such version. */
    static @Nullable VersionState stateOf(Connection connection, int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATE)) {
            statement.setInt(1, version);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? VersionState.valueOf(row.getString(1)) : null;
            }
        }
    }

    /** All tables of a version, the bookkeeping of its positions too. */
    static List<String> tablesOf(Connection connection, int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, new ReadSchema(version).name());
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            return tables;
        }
    }

    static void built(Connection connection, int version) throws SQLException {
        update(connection, BUILT, version);
    }

    static void delete(Connection connection, int version) throws SQLException {
        update(connection, DELETE, version);
    }

    private static void update(Connection connection, String sql, int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, version);
            statement.executeUpdate();
        }
    }

    /** Returns how many records were dealt with. */
    private static long readPositions(Connection connection, int version, Map<TopicPartition, Long> positions)
            throws SQLException {
        long records = 0;
        try (PreparedStatement statement = connection.prepareStatement(new ReadSchema(version).in(POSITIONS));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                records += row.getLong("records");
            }
        }
        return records;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
