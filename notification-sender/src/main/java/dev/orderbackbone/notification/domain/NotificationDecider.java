package dev.orderbackbone.notification.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationEvent;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what a customer is told. */
public final class NotificationDecider {
    private static final String NO_MILESTONE = "no-milestone";
    private static final String DUPLICATE = "duplicate";
    private static final String UNKNOWN_MESSAGE = "unknown-message";

    private final NotificationRules rules;

    public NotificationDecider(NotificationRules rules) {
        this.rules = rules;
    }

    /** What an order's event, a payment's event or the result of a sending means. Other messages are not for this decider. */
    public Decision<Correspondence> decide(@Nullable Correspondence state, Message input, Instant now) {
        Correspondence before = state == null
                ? Correspondence.unseen(input.meta().orderId(), input.meta().eventId())
                : state;
        return switch (input) {
            case OrderEvent event -> onOrder(before, event, now);
            case PaymentEvent event -> onPayment(before, event, now);
            case NotificationEvent event -> onResult(before, event);
            case Message other -> throw new IllegalArgumentException("not for notifications: " + other.getClass());
        };
    }

    /** What it means that messages have had no result for too long. */
    public Decision<Correspondence> decideDue(Correspondence state, Instant now) {
        Composing composing = new Composing(state, rules, state.lastEventId(), now, now);
        for (Announcement announcement : state.announcements()) {
            Instant sendBy = announcement.sendBy();
            if (sendBy != null && !sendBy.isAfter(now)) {
                composing.askAgainOrGiveUp(announcement);
            }
        }
        return composing.decision();
    }

    private Decision<Correspondence> onOrder(Correspondence state, OrderEvent event, Instant now) {
        long total = state.totalMinor();
        return switch (event) {
            case OrderPlaced placed -> onPlaced(state, placed, now);
            case OrderConfirmed confirmed -> tell(state, event, Milestone.CONFIRMED, "", total, "", now);
            case OrderRejected rejected ->
                tell(
                        state,
                        event,
                        Milestone.REJECTED,
                        "",
                        total,
                        rejected.reason().name(),
                        now);
            case OrderCancelled cancelled ->
                tell(state, event, Milestone.CANCELLED, "", total, cancelled.detail(), now);
            case OrderExpired expired -> tell(state, event, Milestone.CANCELLED, "", total, "expired", now);
            case OrderShipped shipped ->
                tell(
                        state,
                        event,
                        Milestone.SHIPPED,
                        shipped.shipmentId(),
                        shipped.amountMinor(),
                        Objects.requireNonNullElse(shipped.trackingCode(), ""),
                        now);
            case OrderHeld _, OrderReleased _, OrderCancelling _, OrderCompleted _, OrderReturned _ ->
                Decision.ignored(NO_MILESTONE);
        };
    }

    private Decision<Correspondence> onPayment(Correspondence state, PaymentEvent event, Instant now) {
        if (event instanceof PaymentRefunded refunded) {
            return tell(state, event, Milestone.REFUNDED, refunded.refundId(), refunded.amountMinor(), "", now);
        }
        return Decision.ignored(NO_MILESTONE);
    }

    private Decision<Correspondence> onPlaced(Correspondence state, OrderPlaced placed, Instant now) {
        if (state.placed()) {
            return Decision.ignored(DUPLICATE);
        }
        Correspondence known = new Correspondence(
                placed.meta().orderId(),
                placed.meta().storeId(),
                true,
                placed.contact(),
                placed.currency(),
                placed.totalMinor(),
                placed.meta().eventId(),
                state.announcements());
        Composing composing = new Composing(
                known, rules, placed.meta().eventId(), placed.meta().occurredAt(), now);
        known.announcements().forEach(composing::request);
        return composing.decision();
    }

    private Decision<Correspondence> tell(
            Correspondence state,
            Message cause,
            Milestone milestone,
            String occasion,
            long amountMinor,
            String detail,
            Instant now) {
        Announcement announcement = Announcement.waiting(milestone, occasion, amountMinor, detail);
        if (state.knows(announcement)) {
            return Decision.ignored(DUPLICATE);
        }
        Correspondence announced =
                state.plus(announcement).causedBy(cause.meta().eventId());
        Composing composing = new Composing(
                announced, rules, cause.meta().eventId(), cause.meta().occurredAt(), now);
        if (announced.placed()) {
            composing.request(announcement);
        }
        return composing.decision();
    }

    private Decision<Correspondence> onResult(Correspondence state, NotificationEvent result) {
        return switch (result) {
            case NotificationSent sent -> settle(state, sent.messageId(), MessageStatus.SENT);
            case NotificationFailed failed -> settle(state, failed.messageId(), MessageStatus.FAILED);
            case NotificationSuppressed suppressed -> settle(state, suppressed.messageId(), MessageStatus.SUPPRESSED);
        };
    }

    private static Decision<Correspondence> settle(Correspondence state, String messageId, MessageStatus status) {
        Announcement announcement = state.withMessageId(messageId).orElse(null);
        if (announcement == null) {
            return Decision.ignored(UNKNOWN_MESSAGE);
        }
        if (announcement.status().isSettled()) {
            return Decision.ignored(DUPLICATE);
        }
        return Decision.decided(state.replace(announcement, announcement.settled(status)));
    }
}
