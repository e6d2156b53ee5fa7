package dev.orderbackbone.operator.verify.evidence;

import static dev.orderbackbone.operator.verify.evidence.ReadTable.Column.number;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.Column.text;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.Column.time;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.Column.uuid;

import java.util.List;

/** The views of the schema {@code mart} that are audited, and the columns of them that are: those that state a fact of the log. */
public enum ReadTable {
    ORDERS(
            "orders",
            "order_id",
            14,
            text("store_id"),
            text("currency_code"),
            number("total_minor"),
            number("goods_minor"),
            number("charges_minor"),
            number("line_count"),
            number("ordered_units"),
            text("customer_id"),
            text("country"),
            text("idempotency_key"),
            number("content_hash"),
            time("ordered_at"),
            time("placed_at"),
            time("confirm_by"),
            text("status"),
            number("sequence"),
            text("hold_reason"),
            text("cancellation_reason"),
            number("authorized_minor"),
            number("shipped_minor"),
            number("returned_minor"),
            number("shipped_units"),
            number("returned_units"),
            time("confirmed_at"),
            time("closed_at"),
            time("updated_at"),
            uuid("last_event_id"),
            number("source_offset")),
    ORDER_LINES(
            "order_lines",
            "order_id",
            6,
            number("line_number"),
            text("sku"),
            text("description"),
            text("location"),
            number("quantity"),
            number("unit_price_minor"),
            number("shipped_quantity"),
            number("returned_quantity")),
    ORDER_EVENTS(
            "order_events",
            "order_id",
            6,
            number("sequence"),
            text("type"),
            time("occurred_at"),
            uuid("event_id"),
            uuid("causation_id"),
            number("source_offset")),
    PAYMENT_TRANSACTIONS(
            "payment_transactions",
            "order_id",
            9,
            text("operation"),
            text("operation_id"),
            text("outcome"),
            text("currency_code"),
            number("amount_minor"),
            text("code"),
            time("occurred_at"),
            uuid("event_id"),
            number("source_offset")),
    PAYMENTS(
            "payments",
            "order_id",
            0,
            number("authorized_minor"),
            number("captured_minor"),
            number("voided_minor"),
            number("refunded_minor"),
            number("outstanding_minor"),
            number("transactions")),
    NOTIFICATIONS(
            "notifications",
            "order_id",
            0,
            text("milestone"),
            text("channel"),
            text("occasion"),
            text("outcome"),
            text("reason"),
            number("attempt"),
            text("message_id"),
            uuid("event_id"),
            number("source_offset")),
    REFUSALS(
            "refusals",
            "order_id",
            6,
            text("intake_type"),
            text("rule"),
            text("field"),
            uuid("event_id"),
            uuid("causation_id"),
            number("source_offset")),
    STOCK_MOVEMENTS(
            "stock_movements",
            "coalesce(order_id, pool || '/' || sku)",
            9,
            text("pool"),
            number("pool_sequence"),
            text("sku"),
            text("kind"),
            number("on_hand_change"),
            number("reserved_change"),
            text("reference"),
            uuid("event_id"),
            number("source_offset")),
    STOCK_LEVELS(
            "stock_levels",
            "pool || '/' || sku",
            0,
            number("on_hand"),
            number("reserved"),
            number("pool_sequence"),
            uuid("event_id"),
            number("source_offset"));

    private final String viewName;
    private final String owner;
    private final int fixedColumns;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<Column> columns;

    ReadTable(String viewName, String owner, int fixedColumns, Column... columns) {
        this.viewName = viewName;
        this.owner = owner;
        this.fixedColumns = fixedColumns;
        this.columns = List.of(columns);
    }

    /** Kinds of values, and what stands for them in a {@link ReadRow}. */
    public enum Kind {
        /** A {@link String}. */
        TEXT,
        /** A {@link Long}. */
        NUMBER,
        /** A {@link java.util.UUID}. */
        UUID,
        /** A {@link Long}, milliseconds since 1970 UTC. */
        TIME
    }

    /**
     * A column.
     *
     * @param name in the view.
     */
    public record Column(String name, Kind kind) {
        static Column text(String name) {
            return new Column(name, Kind.TEXT);
        }

        static Column number(String name) {
            return new Column(name, Kind.NUMBER);
        }

        static Column uuid(String name) {
            return new Column(name, Kind.UUID);
        }

        static Column time(String name) {
            return new Column(name, Kind.TIME);
        }
    }

    /** The view, with its schema. */
    public String view() {
        return "mart." + viewName;
    }

    /** SQL expression of what a row belongs to: the order, or the pool and SKU. */
    public String owner() {
        return owner;
    }

    /** All columns; first the {@link #fixedColumns}. */
    public List<Column> columns() {
        return columns;
    }

    /** How many columns a row keeps as it was inserted; those after them change with later events. */
    public int fixedColumns() {
        return fixedColumns;
    }
}
