package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationEvent;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the read models must hold of one order, in one word for each table. */
final class OrderRows {
    private @Nullable OrderRow order;
    private long timeline;
    private long transactions;
    private long transactionCount;
    private long authorizedMinor;
    private long capturedMinor;
    private long voidedMinor;
    private long refundedMinor;
    private long refusals;
    private long movements;
    private Map<Long, Long> notifications = Map.of();
    private Set<Long> sent = Set.of();
    private long place;

    /** Folds one projected message in. */
    void take(Message message, long offset, long packedPlace) {
        if (message instanceof OrderEvent event) {
            takeOrder(event, offset, packedPlace);
        } else if (message instanceof PaymentEvent event) {
            takePayment(event, offset);
        } else if (message instanceof InventoryEvent event) {
            StockRows.movements(event, offset, row -> movements += RowHash.of(row));
        } else if (message instanceof NotificationEvent event) {
            takeNotification(event, offset);
        } else if (message instanceof IntakeRefused event) {
            refusals += RowHash.of(EventRows.refusal(event, offset));
        }
    }

    /** The sum of the hashes of the rows of a table; 0 where there must be none. */
    long sumOf(ReadTable table) {
        return switch (table) {
            case ORDERS -> order == null ? 0 : order.hash();
            case ORDER_LINES -> order == null ? 0 : order.lineHashes();
            case ORDER_EVENTS -> timeline;
            case PAYMENT_TRANSACTIONS -> transactions;
            case PAYMENTS -> transactionCount == 0 ? 0 : payments();
            case NOTIFICATIONS ->
                notifications.values().stream().mapToLong(Long::longValue).sum();
            case REFUSALS -> refusals;
            case STOCK_MOVEMENTS -> movements;
            case STOCK_LEVELS -> 0;
        };
    }

    /** What a table must hold, for a person. */
    String describe(ReadTable table) {
        return switch (table) {
            case ORDERS -> order == null ? "no row" : order.toString();
            case PAYMENTS ->
                "authorized_minor " + authorizedMinor + ", captured_minor " + capturedMinor + ", voided_minor "
                        + voidedMinor + ", refunded_minor " + refundedMinor;
            case NOTIFICATIONS -> notifications.size() + " rows, as the log has them";
            case ORDER_LINES, ORDER_EVENTS, PAYMENT_TRANSACTIONS, REFUSALS, STOCK_MOVEMENTS, STOCK_LEVELS ->
                "the rows that follow from the log";
        };
    }

    /** Packed place of the order's last event that has been projected; 0 where there is none. */
    long place() {
        return place;
    }

    private void takeOrder(OrderEvent event, long offset, long packedPlace) {
        boolean isNew;
        if (order != null) {
            isNew = order.take(event, offset);
        } else if (event instanceof OrderPlaced placed) {
            order = new OrderRow(placed, offset);
            isNew = true;
        } else {
            isNew = false;
        }
        if (isNew) {
            timeline += RowHash.of(EventRows.timeline(event, offset));
            place = packedPlace;
        }
    }

    private void takePayment(PaymentEvent event, long offset) {
        transactions += RowHash.of(EventRows.transaction(event, offset));
        transactionCount++;
        if (event instanceof PaymentAuthorized done) {
            authorizedMinor += done.amountMinor();
        } else if (event instanceof PaymentCaptured done) {
            capturedMinor += done.amountMinor();
        } else if (event instanceof PaymentVoided done) {
            voidedMinor += done.amountMinor();
        } else if (event instanceof PaymentRefunded done) {
            refundedMinor += done.amountMinor();
        }
    }

    private long payments() {
        return RowHash.goOn(
                RowHash.begin(ReadTable.PAYMENTS),
                authorizedMinor,
                capturedMinor,
                voidedMinor,
                refundedMinor,
                authorizedMinor - capturedMinor - voidedMinor,
                transactionCount);
    }

    private void takeNotification(NotificationEvent event, long offset) {
        switch (event) {
            case NotificationSent it ->
                takeNotification(
                        it,
                        it.milestone(),
                        it.channel(),
                        it.occasion(),
                        "SENT",
                        null,
                        it.attempt(),
                        it.messageId(),
                        offset);
            case NotificationFailed it ->
                takeNotification(
                        it,
                        it.milestone(),
                        it.channel(),
                        it.occasion(),
                        "FAILED",
                        it.reason(),
                        it.attempt(),
                        it.messageId(),
                        offset);
            case NotificationSuppressed it ->
                takeNotification(
                        it,
                        it.milestone(),
                        it.channel(),
                        it.occasion(),
                        "SUPPRESSED",
                        it.reason(),
                        0,
                        it.messageId(),
                        offset);
        }
    }

    /** The last word on a message stands; what was sent, whatever was said later, was sent. */
    private void takeNotification(
            NotificationEvent event,
            Milestone milestone,
            Channel channel,
            String occasion,
            String outcome,
            @Nullable String reason,
            int attempt,
            String messageId,
            long offset) {
        long key = Hash64.mix(Hash64.of(milestone), Hash64.of(channel), Hash64.of(occasion));
        long row = RowHash.goOn(
                RowHash.begin(ReadTable.NOTIFICATIONS),
                milestone.name(),
                channel.name(),
                occasion,
                outcome,
                reason,
                (long) attempt,
                messageId,
                event.meta().eventId(),
                offset);
        if (event instanceof NotificationSent) {
            sent = plus(sent, key);
        } else if (sent.contains(key)) {
            return;
        }
        if (notifications.isEmpty()) {
            notifications = Map.of(key, row);
        } else {
            Map<Long, Long> more = new HashMap<>(notifications);
            more.put(key, row);
            notifications = more;
        }
    }

    private static Set<Long> plus(Set<Long> set, long element) {
        if (set.contains(element)) {
            return set;
        }
        Set<Long> more = new HashSet<>(set);
        more.add(element);
        return Set.copyOf(more);
    }
}
