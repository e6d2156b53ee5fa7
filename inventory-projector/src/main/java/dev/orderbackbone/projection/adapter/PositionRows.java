package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.flow.Advance;
import dev.orderbackbone.projection.flow.Batch;
import dev.orderbackbone.projection.flow.SetAside;
import dev.orderbackbone.projection.flow.SetAside.Outcome;
import dev.orderbackbone.projection.flow.ShutOutException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** The tables positions and tallies: how far the log has been projected, by whom, and what became of its records. */
final class PositionRows {
    private static final String TAKE = """
            insert into ${schema}.positions as p (
                topic, source_partition, next_offset, end_offset, applied, ignored, parked, observed_at, owner)
            select b.topic, b.source_partition, b.beginning, b.beginning, 0, 0, 0, clock_timestamp(), ?
            from unnest(?, ?, ?) as b (topic, source_partition, beginning)
            order by b.topic, b.source_partition
            on conflict on constraint positions_key do update set owner = excluded.owner, observed_at = clock_timestamp()
            returning p.topic, p.source_partition, p.next_offset""";

    private static final String OTHERS_AT_WORK = """
            select p.topic, p.source_partition
            from ${schema}.positions p
            join unnest(?, ?, ?) as b (topic, source_partition, beginning)
                on b.topic = p.topic and b.source_partition = p.source_partition
            where p.owner <> ? and p.owner <> '${nobody}' and p.observed_at > clock_timestamp() - ? * interval '1 millisecond'
            order by p.topic, p.source_partition
            for update of p""";

    /** The condition on the former position is what makes a batch apply once: whoever comes second finds another one. */
    private static final String ADVANCE = """
            update ${schema}.positions p set
                next_offset = c.next_offset,
                end_offset = greatest(coalesce(c.end_offset, p.end_offset), c.next_offset),
                applied = p.applied + c.applied,
                ignored = p.ignored + c.ignored,
                parked = p.parked + c.parked,
                last_event_at = greatest(p.last_event_at, c.last_event_at),
                caught_up_at = case when c.next_offset >= c.end_offset then clock_timestamp() else p.caught_up_at end,
                observed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as c (
                topic, source_partition, from_offset, next_offset, end_offset, applied, ignored, parked, last_event_at)
            where p.topic = c.topic and p.source_partition = c.source_partition
                and p.next_offset = c.from_offset and p.owner = ?""";

    private static final String TALLY = """
            insert into ${schema}.tallies as t (topic, source_partition, outcome, reason, records)
            select * from unnest(?, ?, ?, ?, ?)
            on conflict on constraint tallies_key do update set records = t.records + excluded.records""";

    private static final String ARE_TAKEN =
            "select coalesce(bool_and(owner <> '${nobody}'), false) from ${schema}.positions";

    private static final String RELEASE = "update ${schema}.positions set owner = '${nobody}'";

    /** Stands for an owner where there is none: whoever comes first may go on. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final String take;
    private final String othersAtWork;
    private final String advance;
    private final String tally;
    private final String release;
    private final String areTaken;

    PositionRows(ReadSchema schema) {
        take = schema.in(TAKE);
        othersAtWork = withNobody(schema.in(OTHERS_AT_WORK));
        advance = schema.in(ADVANCE);
        tally = schema.in(TALLY);
        release = withNobody(schema.in(RELEASE));
        areTaken = withNobody(schema.in(ARE_TAKEN));
    }

    Map<TopicPartition, Long> take(Connection connection, UUID owner, Map<TopicPartition, Long> beginnings)
            throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(take)) {
            statement.setObject(1, owner);
            partitions(beginnings).bind(statement, 2);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                }
            }
        }
        return positions;
    }

    /** Makes sure that no other projector has been heard of lately. */
    void requireSilence(Connection connection, UUID owner, Map<TopicPartition, Long> beginnings, Duration silence)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(othersAtWork)) {
            partitions(beginnings).bind(statement, 1);
            statement.setObject(4, owner);
            statement.setLong(5, silence.toMillis());
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    throw new ShutOutException(
                            "another projector is at work on " + row.getString(1) + "-" + row.getInt(2));
                }
            }
        }
    }

    /** Takes the positions from whoever has them, so that nothing is applied any more until somebody takes them. */
    void release(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(release)) {
            statement.executeUpdate();
        }
    }

    /** Whether somebody has each of them. */
    boolean areTaken(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(areTaken);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Moves the positions of a batch and counts its records, or finds itself shut out. */
    void advance(Connection connection, UUID owner, Batch batch, Counts counts) throws SQLException {
        RowArrays rows = new RowArrays("text", "int4", "int8", "int8", "int8", "int8", "int8", "int8", "timestamptz");
        batch.advances().forEach((partition, step) -> add(rows, partition, step, counts));
        try (PreparedStatement statement = connection.prepareStatement(advance)) {
            rows.bind(statement, 1);
            statement.setObject(10, owner);
            int moved = statement.executeUpdate();
            if (moved != batch.advances().size()) {
                throw new ShutOutException("of " + batch.advances().size() + " positions "
                        + (batch.advances().size() - moved) + " are not where this projector left them");
            }
        }
        putTallies(connection, counts.setAside());
    }

    private void putTallies(Connection connection, Map<SetAside, Long> setAside) throws SQLException {
        if (setAside.isEmpty()) {
            return;
        }
        RowArrays rows = new RowArrays("text", "int4", "text", "text", "int8");
        setAside.forEach((kind, records) -> rows.add(
                kind.partition().topic(), kind.partition().partition(), kind.outcome(), kind.reason(), records));
        try (PreparedStatement statement = connection.prepareStatement(tally)) {
            rows.bind(statement, 1);
            statement.executeUpdate();
        }
    }

    private static void add(RowArrays rows, TopicPartition partition, Advance step, Counts counts) {
        rows.add(
                partition.topic(),
                partition.partition(),
                step.from(),
                step.next(),
                step.end(),
                counts.applied(partition),
                counts.setAside(partition, Outcome.IGNORED),
                counts.setAside(partition, Outcome.PARKED),
                counts.lastEventAt(partition));
    }

    private static String withNobody(String sql) {
        return sql.replace("${nobody}", NOBODY.toString());
    }

    private static RowArrays partitions(Map<TopicPartition, Long> beginnings) {
        RowArrays rows = new RowArrays("text", "int4", "int8");
        beginnings.forEach((partition, beginning) -> rows.add(partition.topic(), partition.partition(), beginning));
        return rows;
    }
}
