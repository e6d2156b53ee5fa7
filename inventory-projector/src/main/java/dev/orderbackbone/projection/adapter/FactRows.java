package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.projection.domain.OrderDetails;
import dev.orderbackbone.projection.domain.PaymentFact;
import dev.orderbackbone.projection.domain.PaymentFact.Amount;
import dev.orderbackbone.projection.domain.PlacedOrder;
import dev.orderbackbone.projection.domain.Source;
import dev.orderbackbone.projection.domain.Sourced;
import dev.orderbackbone.projection.domain.StockFact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The tables that are inserted into and never changed. */
final class FactRows {
    private static final String ORIGIN = "occurred_at, event_id, causation_id, source_partition, source_offset, ";

    private final String schema;

    FactRows(ReadSchema schema) {
        this.schema = schema.name();
    }

    void insertLines(Connection connection, Collection<PlacedOrder> orders) throws SQLException {
        CopyRows rows = new CopyRows(
                schema + ".order_lines",
                "order_id, line_number, sku, description, quantity, unit_price_minor, location");
        for (PlacedOrder order : orders) {
            for (OrderLine line : order.placed().lines()) {
                rows.row()
                        .text(order.placed().meta().orderId())
                        .integer(line.lineNumber())
                        .text(line.sku())
                        .text(line.description())
                        .integer(line.quantity())
                        .number(line.unitPriceMinor())
                        .text(line.location());
            }
        }
        rows.send(connection);
    }

    void insertEvents(Connection connection, List<Sourced<OrderEvent>> events) throws SQLException {
        CopyRows rows = new CopyRows(schema + ".order_events", ORIGIN + "order_id, sequence, type, details");
        for (Sourced<OrderEvent> event : events) {
            Meta meta = event.message().meta();
            addOrigin(rows.row(), meta, event.source())
                    .text(meta.orderId())
                    .integer(meta.sequence())
                    .text(event.message().getClass().getSimpleName())
                    .json(OrderDetails.of(event.message()));
        }
        rows.send(connection);
    }

    void insertPayments(Connection connection, List<Sourced<PaymentEvent>> events) throws SQLException {
        CopyRows rows = new CopyRows(
                schema + ".payment_transactions",
                ORIGIN + "order_id, operation, operation_id, outcome, amount_minor, currency_code, code");
        for (Sourced<PaymentEvent> event : events) {
            PaymentFact fact = PaymentFact.of(event.message());
            Amount amount = fact.amount();
            addOrigin(rows.row(), event.message().meta(), event.source())
                    .text(event.message().meta().orderId())
                    .text(fact.operation().name())
                    .text(fact.operationId())
                    .text(fact.outcome().name())
                    .number(amount == null ? null : (Long) amount.minor())
                    .text(amount == null ? null : amount.currency())
                    .text(fact.code());
        }
        rows.send(connection);
    }

    void insertStockDecisions(Connection connection, List<StockFact> facts) throws SQLException {
        CopyRows rows = new CopyRows(
                schema + ".stock_decisions",
                ORIGIN + "pool, pool_sequence, kind, order_id, reference, reason, skus, quantities, stated");
        for (StockFact fact : facts) {
            addOrigin(rows.row(), fact.meta(), fact.source())
                    .text(fact.pool())
                    .number(fact.poolSequence())
                    .text(fact.kind().name())
                    .text(fact.orderId())
                    .text(fact.reference())
                    .text(fact.reason())
                    .texts(fact.skus())
                    .numbers(fact.quantities())
                    .numbers(fact.stated());
        }
        rows.send(connection);
    }

    void insertRefusals(Connection connection, List<Sourced<IntakeRefused>> refusals) throws SQLException {
        CopyRows rows =
                new CopyRows(schema + ".refusals", ORIGIN + "order_id, store_id, intake_type, rule, field, message");
        for (Sourced<IntakeRefused> refusal : refusals) {
            IntakeRefused said = refusal.message();
            addOrigin(rows.row(), said.meta(), refusal.source())
                    .text(said.meta().orderId())
                    .text(said.meta().storeId())
                    .text(said.intakeType())
                    .text(said.rule())
                    .text(said.field())
                    .text(said.message());
        }
        rows.send(connection);
    }

    private static CopyRows addOrigin(CopyRows row, Meta meta, Source source) {
        return row.time(meta.occurredAt())
                .uuid(meta.eventId())
                .uuid(meta.causationId())
                .integer(source.partition())
                .number(source.offset());
    }
}
