package dev.orderbackbone.notification.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationCommand;
import dev.orderbackbone.contract.notification.NotificationEvent;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.notification.ResendNotification;
import dev.orderbackbone.contract.notification.SkipNotification;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a customer is told. */
public final class NotificationDecider {
    private static final String NO_MILESTONE = "no-milestone";
    private static final String DUPLICATE = "duplicate";
    private static final String UNKNOWN_MESSAGE = "unknown-message";
    private static final String UNKNOWN_ORDER = "unknown-order";
    private static final String STILL_OWED = "still-owed";
    private static final String NOT_OWED = "not-owed";
    private static final String NO_ADDRESS = "no-address";

    private final NotificationRules rules;

    public NotificationDecider(NotificationRules rules) {
        this.rules = rules;
    }

    /** What an order's event, a payment's event, the result of a sending or an operator's command means. Other messages are not for this decider. */
    public Decision<Correspondence> decide(@Nullable Correspondence state, Message input, Instant now) {
        Correspondence before = state == null
                ? Correspondence.unseen(input.meta().orderId(), input.meta().eventId())
                : state;
        return switch (input) {
            case OrderEvent event -> onOrder(before, event, now);
            case PaymentEvent event -> onPayment(before, event, now);
            case NotificationEvent event -> onResult(before, event);
            case NotificationCommand command ->
                before.placed() ? onCommand(before, command, now) : Decision.ignored(UNKNOWN_ORDER);
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
        Composing composing = composing(known, placed, now);
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
        Composing composing = composing(state.plus(announcement), cause, now);
        if (state.placed()) {
            composing.request(announcement);
        }
        return composing.decision();
    }

    private Decision<Correspondence> onCommand(Correspondence state, NotificationCommand command, Instant now) {
        List<Announcement> about = state.about(command);
        if (about.isEmpty()) {
            return Decision.ignored(UNKNOWN_MESSAGE);
        }
        Optional<Announcement> owed = about.stream()
                .filter(announcement -> !announcement.status().isSettled())
                .findFirst();
        return switch (command) {
            case ResendNotification resend -> resend(state, resend, about.getFirst(), owed.isPresent(), now);
            case SkipNotification skip ->
                owed.map(announcement -> skip(state, skip, announcement, now))
                        .orElseGet(() -> Decision.ignored(NOT_OWED));
        };
    }

    private Decision<Correspondence> resend(
            Correspondence state, ResendNotification command, Announcement first, boolean isOwed, Instant now) {
        Announcement again = first.again(command.resentOccasion());
        if (state.knows(again)) {
            return Decision.ignored(DUPLICATE);
        }
        if (isOwed) {
            return Decision.ignored(STILL_OWED);
        }
        if (state.address() == null) {
            return Decision.ignored(NO_ADDRESS);
        }
        Composing composing = composing(state.plus(again), command, now);
        composing.request(again);
        return composing.decision();
    }

    private Decision<Correspondence> skip(
            Correspondence state, SkipNotification command, Announcement owed, Instant now) {
        Composing composing = composing(state, command, now);
        composing.skip(owed);
        return composing.decision();
    }

    private Composing composing(Correspondence state, Message cause, Instant now) {
        Meta meta = cause.meta();
        return new Composing(state.causedBy(meta.eventId()), rules, meta.eventId(), meta.occurredAt(), now);
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
        if (!status.isNewsAfter(announcement.status())) {
            return Decision.ignored(DUPLICATE);
        }
        return Decision.decided(state.replace(announcement, announcement.settled(status)));
    }
}
