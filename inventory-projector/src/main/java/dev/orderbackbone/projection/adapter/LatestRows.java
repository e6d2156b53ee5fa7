package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.projection.domain.NotificationFact;
import dev.orderbackbone.projection.domain.Sourced;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** The tables that keep the last word on each key; of a message that was sent, that it was. */
final class LatestRows {
    private static final String NOTIFICATIONS = """
            insert into ${schema}.notifications as n (
                order_id, milestone, channel, occasion, outcome, message_id, attempt, reason,
                occurred_at, event_id, causation_id, source_partition, source_offset)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint notifications_key do update set
                outcome = excluded.outcome, message_id = excluded.message_id, attempt = excluded.attempt,
                reason = excluded.reason, occurred_at = excluded.occurred_at, event_id = excluded.event_id,
                causation_id = excluded.causation_id, source_partition = excluded.source_partition,
                source_offset = excluded.source_offset
            where n.outcome <> 'SENT' or excluded.outcome = 'SENT'""";

    private static final String STOCK_LEVELS = """
            insert into ${schema}.stock_levels as l (
                pool, sku, on_hand, reserved, pool_sequence, as_of, event_id, source_partition, source_offset)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint stock_levels_key do update set
                on_hand = excluded.on_hand, reserved = excluded.reserved, pool_sequence = excluded.pool_sequence,
                as_of = excluded.as_of, event_id = excluded.event_id, source_partition = excluded.source_partition,
                source_offset = excluded.source_offset""";

    private final String notifications;
    private final String stockLevels;

    LatestRows(ReadSchema schema) {
        notifications = schema.in(NOTIFICATIONS);
        stockLevels = schema.in(STOCK_LEVELS);
    }

    void putNotifications(Connection connection, Collection<NotificationFact> facts) throws SQLException {
        RowArrays rows = new RowArrays(
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "int4",
                "text",
                "timestamptz",
                "uuid",
                "uuid",
                "int4",
                "int8");
        facts.forEach(fact -> rows.add(
                fact.key().orderId(),
                fact.key().milestone(),
                fact.key().channel(),
                fact.key().occasion(),
                fact.outcome(),
                fact.messageId(),
                fact.attempt(),
                fact.reason(),
                fact.meta().occurredAt(),
                fact.meta().eventId(),
                fact.meta().causationId(),
                fact.source().partition(),
                fact.source().offset()));
        execute(connection, notifications, rows);
    }

    void putStockLevels(Connection connection, Collection<Sourced<StockLevel>> levels) throws SQLException {
        RowArrays rows = new RowArrays("text", "text", "int8", "int8", "int8", "timestamptz", "uuid", "int4", "int8");
        levels.forEach(level -> rows.add(
                level.message().pool(),
                level.message().sku(),
                level.message().onHand(),
                level.message().reserved(),
                level.message().poolSequence(),
                level.message().meta().occurredAt(),
                level.message().meta().eventId(),
                level.source().partition(),
                level.source().offset()));
        execute(connection, stockLevels, rows);
    }

    private static void execute(Connection connection, String sql, RowArrays rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            rows.bind(statement, 1);
            statement.executeUpdate();
        }
    }
}
