package dev.orderbackbone.notification.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.order.Contact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Gathers what one decision changes and writes. Lives for that decision only. */
final class Composing {
    /** Keeps the ids of repeated requests apart from those of the first, whose cause can be the same message. */
    private static final int ORDINALS_PER_ATTEMPT = 1_000;

    private final NotificationRules rules;
    private final UUID cause;
    private final Instant askedForAt;
    private final Instant now;
    private final List<Message> messages = new ArrayList<>();
    private Correspondence state;

    /** A decision because of the message {@code cause}, which was written at {@code askedForAt}. */
    Composing(Correspondence state, NotificationRules rules, UUID cause, Instant askedForAt, Instant now) {
        this.state = state;
        this.rules = rules;
        this.cause = cause;
        this.askedForAt = askedForAt;
        this.now = now;
    }

    /** Asks for the message to be sent, or says why it never will be. */
    void request(Announcement announcement) {
        Contact contact = state.contact();
        if (contact == null || state.address() == null) {
            suppress(announcement, "no-address");
            return;
        }
        // So old is only what a log tells that is read again from its beginning: the customer has been told.
        if (!now.isBefore(askedForAt.plus(rules.giveUpAfter()))) {
            suppress(announcement, "too-late");
            return;
        }
        Announcement requested = announcement.requested(now, now.plus(rules.askAgainAfter()));
        change(announcement, requested);
        messages.add(new NotificationRequested(
                meta(requested.attempt()),
                requested.messageId(state.orderId()),
                requested.milestone(),
                requested.occasion(),
                requested.channel(),
                requested.attempt(),
                contact,
                state.currency(),
                requested.amountMinor(),
                requested.detail(),
                Objects.requireNonNull(requested.sendBy())));
    }

    void askAgainOrGiveUp(Announcement announcement) {
        Instant first = Objects.requireNonNull(announcement.firstRequestedAt());
        if (now.isBefore(first.plus(rules.giveUpAfter()))) {
            request(announcement);
            return;
        }
        change(announcement, announcement.settled(MessageStatus.FAILED));
        messages.add(new NotificationFailed(
                meta(announcement.attempt()),
                announcement.messageId(state.orderId()),
                announcement.milestone(),
                announcement.occasion(),
                announcement.channel(),
                announcement.attempt(),
                "no-result"));
    }

    /** An operator gave it up. The message of an earlier attempt that is under way may still be sent. */
    void skip(Announcement announcement) {
        suppress(announcement, NotificationSuppressed.SKIPPED, 0);
    }

    Decision<Correspondence> decision() {
        return Decision.decided(state, messages);
    }

    private void suppress(Announcement announcement, String reason) {
        suppress(announcement, reason, announcement.attempt());
    }

    private void suppress(Announcement announcement, String reason, int idsOfAttempt) {
        change(announcement, announcement.settled(MessageStatus.SUPPRESSED));
        messages.add(new NotificationSuppressed(
                meta(idsOfAttempt),
                announcement.messageId(state.orderId()),
                announcement.milestone(),
                announcement.occasion(),
                announcement.channel(),
                reason));
    }

    private void change(Announcement before, Announcement after) {
        state = state.replace(before, after);
    }

    private Meta meta(int attempt) {
        int ordinal = attempt * ORDINALS_PER_ATTEMPT + messages.size();
        return new Meta(EventIds.derive(cause, ordinal, now), state.orderId(), 0, now, cause, state.storeId());
    }
}
