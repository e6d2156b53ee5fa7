package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.contender.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far the read model has projected some topics: all before these offsets is committed in its tables. Not thread-safe. */
final class ProjectedPositions implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement query;

    private ProjectedPositions(Connection connection, PreparedStatement query) {
        this.connection = connection;
        this.query = query;
    }

    static ProjectedPositions of(Database database, List<String> topics) {
        try {
            Connection connection = database.connect();
            PreparedStatement query = connection.prepareStatement("select topic, source_partition, next_offset from "
                    + liveSchema(connection) + ".positions where topic = any (?)");
            query.setArray(1, connection.createArrayOf("text", topics.toArray()));
            return new ProjectedPositions(connection, query);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    Map<TopicPartition, Long> now() {
        try (ResultSet rows = query.executeQuery()) {
            Map<TopicPartition, Long> positions = new HashMap<>();
            while (rows.next()) {
                positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
            return positions;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static String liveSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select 'read_' || version from projection.read_versions where state = 'LIVE'")) {
            if (!row.next()) {
                throw new BenchFailure("no version of the read models is live");
            }
            return row.getString(1);
        }
    }

    private static BenchFailure failed(SQLException failure) {
        return new BenchFailure("the read model cannot be asked: " + failure.getMessage(), failure);
    }
}
