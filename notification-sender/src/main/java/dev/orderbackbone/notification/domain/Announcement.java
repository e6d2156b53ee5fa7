package dev.orderbackbone.notification.domain;

import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message about an order.
 *
 * @param occasion the shipment or refund; empty where the milestone comes only once; one of its own where it is sent once more.
 * @param amountMinor what the message states, minor units.
 * @param detail a tracking code, a reason; may be empty.
 * @param status how far it has come.
 * @param attempt 1, 2, ... ; 0 while it waits.
 * @param firstRequestedAt null while it waits.
 * @param sendBy without a result by then it is asked for again; null unless it is REQUESTED.
 */
public record Announcement(
        Milestone milestone,
        String occasion,
        Channel channel,
        long amountMinor,
        String detail,
        MessageStatus status,
        int attempt,
        @Nullable Instant firstRequestedAt,
        @Nullable Instant sendBy) {

    static Announcement waiting(Milestone milestone, String occasion, long amountMinor, String detail) {
        return new Announcement(
                milestone, occasion, Channel.EMAIL, amountMinor, detail, MessageStatus.WAITING, 0, null, null);
    }

    /** The same message once more. */
    Announcement again(String resentOccasion) {
        return waiting(milestone, resentOccasion, amountMinor, detail);
    }

    /** Stable for ever: a repeated sending carries the same id. */
    public String messageId(String orderId) {
        String about = orderId + "." + milestone.name().toLowerCase(Locale.ROOT) + "."
                + channel.name().toLowerCase(Locale.ROOT);
        return occasion.isEmpty() ? about : about + "." + occasion;
    }

    boolean isSameAs(Announcement other) {
        return milestone == other.milestone && occasion.equals(other.occasion) && channel == other.channel;
    }

    Announcement requested(Instant now, Instant sendBy) {
        Instant first = firstRequestedAt == null ? now : firstRequestedAt;
        return new Announcement(
                milestone, occasion, channel, amountMinor, detail, MessageStatus.REQUESTED, attempt + 1, first, sendBy);
    }

    Announcement settled(MessageStatus settled) {
        return new Announcement(
                milestone, occasion, channel, amountMinor, detail, settled, attempt, firstRequestedAt, null);
    }
}
