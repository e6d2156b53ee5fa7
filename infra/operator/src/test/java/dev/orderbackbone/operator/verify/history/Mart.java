package dev.orderbackbone.operator.verify.history;

import static dev.orderbackbone.operator.verify.evidence.ReadTable.NOTIFICATIONS;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.ORDERS;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.ORDER_EVENTS;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.ORDER_LINES;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.PAYMENTS;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.PAYMENT_TRANSACTIONS;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.REFUSALS;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.STOCK_LEVELS;
import static dev.orderbackbone.operator.verify.evidence.ReadTable.STOCK_MOVEMENTS;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the read models hold after some records: the projection once more, in the plainest way. */
final class Mart {
    private final Map<String, Map<String, Object>> orders = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> lines = new HashMap<>();
    private final Map<String, long[]> payments = new LinkedHashMap<>();
    private final Map<List<String>, ReadRow> notifications = new LinkedHashMap<>();
    private final Map<String, ReadRow> levels = new LinkedHashMap<>();
    private final List<ReadRow> others = new ArrayList<>();

    void take(Message message, long offset) {
        switch (message) {
            case OrderEvent event -> takeOrder(event, offset);
            case PaymentEvent event -> takePayment(event, offset);
            case IntakeRefused it ->
                others.add(row(
                        REFUSALS,
                        it,
                        it.intakeType(),
                        it.rule(),
                        it.field(),
                        it.meta().eventId(),
                        it.meta().causationId(),
                        offset));
            case NotificationSent it ->
                notifications.put(
                        List.of(it.meta().orderId(), it.milestone().name(), it.occasion()),
                        row(
                                NOTIFICATIONS,
                                it,
                                it.milestone().name(),
                                it.channel().name(),
                                it.occasion(),
                                "SENT",
                                null,
                                (long) it.attempt(),
                                it.messageId(),
                                it.meta().eventId(),
                                offset));
            case NotificationSuppressed it ->
                notifications.merge(
                        List.of(it.meta().orderId(), it.milestone().name(), it.occasion()),
                        row(
                                NOTIFICATIONS,
                                it,
                                it.milestone().name(),
                                it.channel().name(),
                                it.occasion(),
                                "SUPPRESSED",
                                it.reason(),
                                0L,
                                it.messageId(),
                                it.meta().eventId(),
                                offset),
                        Mart::unlessSent);
            case StockReserved it ->
                moved(it.meta(), it.pool(), it.poolSequence(), "RESERVED", 0, 1, null, it.lines(), offset);
            case ReservationReleased it ->
                moved(it.meta(), it.pool(), it.poolSequence(), "RELEASED", 0, -1, null, it.lines(), offset);
            case ReservationConsumed it ->
                moved(it.meta(), it.pool(), it.poolSequence(), "CONSUMED", -1, -1, it.shipmentId(), it.lines(), offset);
            case StockReturned it ->
                moved(it.meta(), it.pool(), it.poolSequence(), "RETURNED", 1, 0, it.returnId(), it.lines(), offset);
            case StockReceived it ->
                corrected(
                        it.meta(),
                        it.pool(),
                        it.poolSequence(),
                        it.sku(),
                        "RECEIVED",
                        it.quantity(),
                        it.receiptId(),
                        offset);
            case StockAdjusted it ->
                corrected(
                        it.meta(),
                        it.pool(),
                        it.poolSequence(),
                        it.sku(),
                        "ADJUSTED",
                        it.appliedDelta(),
                        it.adjustmentId(),
                        offset);
            case StockLevel it -> {
                String owner = it.pool() + "/" + it.sku();
                levels.put(
                        owner,
                        ReadRow.of(
                                STOCK_LEVELS,
                                owner,
                                it.onHand(),
                                it.reserved(),
                                it.poolSequence(),
                                it.meta().eventId(),
                                offset));
            }
            default -> {}
        }
    }

    /** All rows. */
    void read(ReadTable table, Consumer<ReadRow> reader) {
        switch (table) {
            case ORDERS -> orders.forEach((id, order) -> reader.accept(named(ORDERS, id, order)));
            case ORDER_LINES ->
                lines.forEach((id, all) -> all.forEach(line -> reader.accept(named(ORDER_LINES, id, line))));
            case PAYMENTS ->
                payments.forEach((id, sums) -> reader.accept(ReadRow.of(
                        PAYMENTS, id, sums[0], sums[1], sums[2], sums[3], sums[0] - sums[1] - sums[2], sums[4])));
            case NOTIFICATIONS -> notifications.values().forEach(reader);
            case STOCK_LEVELS -> levels.values().forEach(reader);
            case ORDER_EVENTS, PAYMENT_TRANSACTIONS, REFUSALS, STOCK_MOVEMENTS ->
                others.stream().filter(row -> row.table() == table).forEach(reader);
        }
    }

    private void takeOrder(OrderEvent event, long offset) {
        String id = event.meta().orderId();
        if (event instanceof OrderPlaced placed) {
            place(placed);
        }
        Map<String, Object> order = orders.get(id);
        if (order == null) {
            return;
        }
        change(order, event);
        Meta meta = event.meta();
        order.put("sequence", (long) meta.sequence());
        order.put("updated_at", meta.occurredAt().toEpochMilli());
        order.put("last_event_id", meta.eventId());
        order.put("source_offset", offset);
        others.add(row(
                ORDER_EVENTS,
                event,
                (long) meta.sequence(),
                event.getClass().getSimpleName(),
                meta.occurredAt().toEpochMilli(),
                meta.eventId(),
                meta.causationId(),
                offset));
    }

    private void place(OrderPlaced it) {
        Map<String, Object> order = new HashMap<>();
        order.put("store_id", it.meta().storeId());
        order.put("currency_code", it.currency());
        order.put("total_minor", it.totalMinor());
        order.put(
                "goods_minor",
                it.lines().stream()
                        .mapToLong(line -> line.quantity() * line.unitPriceMinor())
                        .sum());
        order.put(
                "charges_minor",
                it.charges().stream().mapToLong(Charge::amountMinor).sum());
        order.put("line_count", (long) it.lines().size());
        order.put(
                "ordered_units",
                it.lines().stream().mapToLong(OrderLine::quantity).sum());
        putIfThere(order, "customer_id", it.customerId());
        putIfThere(order, "country", it.country());
        order.put("idempotency_key", it.idempotencyKey());
        order.put("content_hash", it.contentHash());
        order.put("ordered_at", it.orderedAt().toEpochMilli());
        order.put("placed_at", it.meta().occurredAt().toEpochMilli());
        order.put("confirm_by", it.confirmBy().toEpochMilli());
        order.put("status", "PENDING");
        for (String zero :
                List.of("authorized_minor", "shipped_minor", "returned_minor", "shipped_units", "returned_units")) {
            order.put(zero, 0L);
        }
        orders.put(it.meta().orderId(), order);
        List<Map<String, Object>> all = new ArrayList<>();
        for (OrderLine line : it.lines()) {
            Map<String, Object> row = new HashMap<>();
            row.put("line_number", (long) line.lineNumber());
            row.put("sku", line.sku());
            putIfThere(row, "description", line.description());
            row.put("location", line.location());
            row.put("quantity", (long) line.quantity());
            row.put("unit_price_minor", line.unitPriceMinor());
            row.put("shipped_quantity", 0L);
            row.put("returned_quantity", 0L);
            all.add(row);
        }
        lines.put(it.meta().orderId(), all);
    }

    private void change(Map<String, Object> order, OrderEvent event) {
        switch (event) {
            case OrderPlaced it -> {}
            case OrderConfirmed it -> {
                order.put("status", "CONFIRMED");
                order.put("authorized_minor", it.authorizedMinor());
                order.put("confirmed_at", it.meta().occurredAt().toEpochMilli());
            }
            case OrderHeld it -> {
                order.put("status", "HELD");
                order.put("hold_reason", it.reason().name());
            }
            case OrderReleased it -> {
                order.put("status", it.resumed().name());
                order.remove("hold_reason");
            }
            case OrderCancelling it -> {
                order.put("status", "CANCELLING");
                order.remove("hold_reason");
                order.put("cancellation_reason", it.reason().name());
            }
            case OrderShipped it -> {
                if (!"HELD".equals(order.get("status"))) {
                    order.put("status", "PROCESSING");
                }
                plus(order, "shipped_minor", it.amountMinor());
                it.lines().forEach(line -> units(order, event, line.lineNumber(), line.quantity(), "shipped"));
            }
            case OrderReturned it -> {
                plus(order, "returned_minor", it.refundMinor());
                it.lines().forEach(line -> units(order, event, line.lineNumber(), line.quantity(), "returned"));
            }
            case OrderCompleted it -> close(order, event, "COMPLETED", null);
            case OrderCancelled it -> close(order, event, "CANCELLED", CancellationReason.REQUESTED);
            case OrderExpired it -> close(order, event, "EXPIRED", CancellationReason.EXPIRED);
            case OrderRejected it -> close(order, event, "REJECTED", it.reason());
        }
    }

    private void close(
            Map<String, Object> order, OrderEvent event, String status, @Nullable CancellationReason reason) {
        order.put("status", status);
        order.put("closed_at", event.meta().occurredAt().toEpochMilli());
        if (reason != null) {
            order.put("cancellation_reason", reason.name());
        }
    }

    private void units(Map<String, Object> order, OrderEvent event, int number, int quantity, String what) {
        plus(order, what + "_units", quantity);
        lines.getOrDefault(event.meta().orderId(), List.of()).stream()
                .filter(line -> line.get("line_number") instanceof Long n && n == number)
                .forEach(line -> plus(line, what + "_quantity", quantity));
    }

    private static void putIfThere(Map<String, Object> row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, value);
        }
    }

    private static void plus(Map<String, Object> row, String column, long added) {
        row.merge(column, added, (before, more) -> (Long) before + (Long) more);
    }

    private void takePayment(PaymentEvent event, long offset) {
        long[] sums = payments.computeIfAbsent(event.meta().orderId(), id -> new long[5]);
        sums[4]++;
        switch (event) {
            case PaymentAuthorized it -> {
                sums[0] += it.amountMinor();
                transaction(it, "AUTHORIZE", "", "DONE", it.currency(), it.amountMinor(), it.authorizationId(), offset);
            }
            case PaymentCaptured it -> {
                sums[1] += it.amountMinor();
                transaction(it, "CAPTURE", it.captureId(), "DONE", it.currency(), it.amountMinor(), null, offset);
            }
            case PaymentVoided it -> {
                sums[2] += it.amountMinor();
                transaction(it, "VOID", "", "DONE", it.currency(), it.amountMinor(), null, offset);
            }
            case PaymentRefunded it -> {
                sums[3] += it.amountMinor();
                transaction(it, "REFUND", it.refundId(), "DONE", it.currency(), it.amountMinor(), null, offset);
            }
            case PaymentDeclined it -> transaction(it, "AUTHORIZE", "", "DECLINED", null, null, it.code(), offset);
            case PaymentCaptureFailed it ->
                transaction(
                        it, "CAPTURE", it.captureId(), "FAILED", it.currency(), it.amountMinor(), it.code(), offset);
            case PaymentOutcomeUnknown it ->
                transaction(
                        it,
                        it.operation().name(),
                        it.operationId(),
                        "OUTCOME_UNKNOWN",
                        it.currency(),
                        it.amountMinor(),
                        null,
                        offset);
            case PaymentOutcomeResolved it ->
                transaction(
                        it,
                        it.operation().name(),
                        it.operationId(),
                        "OUTCOME_RESOLVED",
                        null,
                        null,
                        it.outcome().name(),
                        offset);
            default -> throw new AssertionError("the world knows no " + event);
        }
    }

    private void transaction(
            PaymentEvent event,
            String operation,
            String id,
            String outcome,
            @Nullable String currency,
            @Nullable Long amountMinor,
            @Nullable String code,
            long offset) {
        Meta meta = event.meta();
        others.add(row(
                PAYMENT_TRANSACTIONS,
                event,
                operation,
                id,
                outcome,
                currency,
                amountMinor,
                code,
                meta.occurredAt().toEpochMilli(),
                meta.eventId(),
                offset));
    }

    private void moved(
            Meta meta,
            String pool,
            long sequence,
            String kind,
            int onHand,
            int reserved,
            @Nullable String reference,
            List<StockLine> moved,
            long offset) {
        moved.forEach(line -> others.add(ReadRow.of(
                STOCK_MOVEMENTS,
                meta.orderId(),
                pool,
                sequence,
                line.sku(),
                kind,
                (long) onHand * line.quantity(),
                (long) reserved * line.quantity(),
                reference,
                meta.eventId(),
                offset)));
    }

    private void corrected(
            Meta meta,
            String pool,
            long sequence,
            String sku,
            String kind,
            long change,
            String reference,
            long offset) {
        others.add(ReadRow.of(
                STOCK_MOVEMENTS,
                pool + "/" + sku,
                pool,
                sequence,
                sku,
                kind,
                change,
                0L,
                reference,
                meta.eventId(),
                offset));
    }

    private static ReadRow row(ReadTable table, Message message, @Nullable Object... values) {
        return ReadRow.of(table, message.meta().orderId(), values);
    }

    private static ReadRow named(ReadTable table, String owner, Map<String, Object> values) {
        return ReadRow.of(
                table,
                owner,
                table.columns().stream()
                        .map(column -> values.get(column.name()))
                        .toArray());
    }

    private static ReadRow unlessSent(ReadRow known, ReadRow later) {
        return known.values().contains("SENT") ? known : later;
    }
}
