package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.projection.domain.OrderDetails;
import dev.orderbackbone.projection.domain.OrderProgress;
import dev.orderbackbone.projection.domain.OrderProgress.Amounts;
import dev.orderbackbone.projection.domain.OrderProgress.LastEvent;
import dev.orderbackbone.projection.domain.OrderProgress.Standing;
import dev.orderbackbone.projection.domain.PlacedOrder;
import dev.orderbackbone.projection.domain.Quantities;
import dev.orderbackbone.projection.domain.Source;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table orders: inserted when placed, then updated in place. */
final class OrderRows {
    private static final String COLUMNS = """
            order_id, store_id, idempotency_key, content_hash, customer_id, country, currency_code, total_minor, goods_minor, \
            charges_minor, charges, line_count, ordered_units, ordered_at, placed_at, confirm_by, \
            status, hold_reason, cancellation_reason, detail, authorized_minor, shipped_minor, returned_minor, \
            shipped_units, returned_units, shipped_quantities, returned_quantities, confirmed_at, closed_at, updated_at, \
            last_event_id, sequence, source_partition, source_offset""";

    private static final String LOAD = """
            select order_id, status, hold_reason, cancellation_reason, detail, authorized_minor, shipped_minor, returned_minor,
                shipped_quantities, returned_quantities, confirmed_at, closed_at, updated_at, last_event_id, sequence,
                source_partition, source_offset
            from ${schema}.orders where order_id = any (?)""";

    private static final String UPDATE = """
            update ${schema}.orders o set
                status = c.status, hold_reason = c.hold_reason, cancellation_reason = c.cancellation_reason, detail = c.detail,
                authorized_minor = c.authorized_minor, shipped_minor = c.shipped_minor, returned_minor = c.returned_minor,
                shipped_units = c.shipped_units, returned_units = c.returned_units,
                shipped_quantities = c.shipped_quantities::integer[], returned_quantities = c.returned_quantities::integer[],
                confirmed_at = c.confirmed_at, closed_at = c.closed_at, updated_at = c.updated_at,
                last_event_id = c.last_event_id, sequence = c.sequence, source_partition = c.source_partition,
                source_offset = c.source_offset
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as c (
                order_id, status, hold_reason, cancellation_reason, detail, authorized_minor, shipped_minor, returned_minor,
                shipped_units, returned_units, shipped_quantities, returned_quantities, confirmed_at, closed_at, updated_at,
                last_event_id, sequence, source_partition, source_offset)
            where o.order_id = c.order_id""";

    private final String table;
    private final String load;
    private final String update;

    OrderRows(ReadSchema schema) {
        table = schema.name() + ".orders";
        load = schema.in(LOAD);
        update = schema.in(UPDATE);
    }

    Map<String, OrderProgress> load(Connection connection, Set<String> orderIds) throws SQLException {
        if (orderIds.isEmpty()) {
            return Map.of();
        }
        Map<String, OrderProgress> stored = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(load)) {
            statement.setArray(1, connection.createArrayOf("text", orderIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stored.put(row.getString("order_id"), progressIn(row));
                }
            }
        }
        return stored;
    }

    void insert(Connection connection, Collection<PlacedOrder> orders) throws SQLException {
        CopyRows rows = new CopyRows(table, COLUMNS);
        orders.forEach(order -> {
            addPlaced(rows.row(), order.placed());
            addProgress(rows, order.progress());
        });
        rows.send(connection);
    }

    void update(Connection connection, Map<String, OrderProgress> orders) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        RowArrays rows = new RowArrays(
                "text",
                "text",
                "text",
                "text",
                "text",
                "int8",
                "int8",
                "int8",
                "int8",
                "int8",
                "text",
                "text",
                "timestamptz",
                "timestamptz",
                "timestamptz",
                "uuid",
                "int4",
                "int4",
                "int8");
        orders.forEach((orderId, progress) -> addChange(rows, orderId, progress));
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            rows.bind(statement, 1);
            statement.executeUpdate();
        }
    }

    private static void addPlaced(CopyRows row, OrderPlaced placed) {
        row.text(placed.meta().orderId())
                .text(placed.meta().storeId())
                .text(placed.idempotencyKey())
                .number(placed.contentHash())
                .text(placed.customerId())
                .text(placed.country())
                .text(placed.currency())
                .number(placed.totalMinor())
                .number(goodsMinorOf(placed.lines()))
                .number(placed.charges().stream().mapToLong(Charge::amountMinor).sum())
                .json(OrderDetails.ofCharges(placed.charges()))
                .integer(placed.lines().size())
                .number(placed.lines().stream().mapToLong(OrderLine::quantity).sum())
                .time(placed.orderedAt())
                .time(placed.meta().occurredAt())
                .time(placed.confirmBy());
    }

    private static void addProgress(CopyRows row, OrderProgress progress) {
        Standing standing = progress.standing();
        Amounts amounts = progress.amounts();
        LastEvent last = progress.last();
        row.text(standing.status().name())
                .text(nameOf(standing.hold()))
                .text(nameOf(standing.cancellation()))
                .text(standing.detail())
                .number(amounts.authorizedMinor())
                .number(amounts.shippedMinor())
                .number(amounts.returnedMinor())
                .number(progress.shipped().total())
                .number(progress.returned().total())
                .integers(progress.shipped().byLine())
                .integers(progress.returned().byLine())
                .time(progress.confirmedAt())
                .time(progress.closedAt())
                .time(last.occurredAt())
                .uuid(last.eventId())
                .integer(last.sequence())
                .integer(last.source().partition())
                .number(last.source().offset());
    }

    private static void addChange(RowArrays rows, String orderId, OrderProgress progress) {
        Standing standing = progress.standing();
        Amounts amounts = progress.amounts();
        LastEvent last = progress.last();
        rows.add(
                orderId,
                standing.status(),
                standing.hold(),
                standing.cancellation(),
                standing.detail(),
                amounts.authorizedMinor(),
                amounts.shippedMinor(),
                amounts.returnedMinor(),
                progress.shipped().total(),
                progress.returned().total(),
                literalOf(progress.shipped()),
                literalOf(progress.returned()),
                progress.confirmedAt(),
                progress.closedAt(),
                last.occurredAt(),
                last.eventId(),
                last.sequence(),
                last.source().partition(),
                last.source().offset());
    }

    private static OrderProgress progressIn(ResultSet row) throws SQLException {
        String hold = row.getString("hold_reason");
        String cancellation = row.getString("cancellation_reason");
        return new OrderProgress(
                new Standing(
                        OrderStatus.valueOf(row.getString("status")),
                        hold == null ? null : HoldReason.valueOf(hold),
                        cancellation == null ? null : CancellationReason.valueOf(cancellation),
                        row.getString("detail")),
                new Amounts(
                        row.getLong("authorized_minor"), row.getLong("shipped_minor"), row.getLong("returned_minor")),
                quantitiesIn(row.getArray("shipped_quantities")),
                quantitiesIn(row.getArray("returned_quantities")),
                timeIn(row, "confirmed_at"),
                timeIn(row, "closed_at"),
                new LastEvent(
                        row.getInt("sequence"),
                        row.getObject("last_event_id", UUID.class),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        new Source(row.getInt("source_partition"), row.getLong("source_offset"))));
    }

    private static Quantities quantitiesIn(@Nullable Array array) throws SQLException {
        return array == null ? Quantities.NONE : new Quantities(Arrays.asList((Integer[]) array.getArray()));
    }

    private static @Nullable Instant timeIn(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String literalOf(Quantities quantities) {
        List<Integer> byLine = quantities.byLine();
        return byLine.isEmpty() ? null : byLine.toString().replace('[', '{').replace(']', '}');
    }

    private static @Nullable String nameOf(@Nullable Enum<?> symbol) {
        return symbol == null ? null : symbol.name();
    }

    private static long goodsMinorOf(List<OrderLine> lines) {
        return lines.stream()
                .mapToLong(line -> line.quantity() * line.unitPriceMinor())
                .sum();
    }
}
