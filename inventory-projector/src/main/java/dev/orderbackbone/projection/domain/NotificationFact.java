package dev.orderbackbone.projection.domain;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationEvent;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message to a customer, as a row of notifications.
 *
 * @param key which message of which order.
 * @param meta of the event that says so.
 * @param outcome what became of it.
 * @param messageId stable id of the message.
 * @param attempt of which request; 0 where nothing was sent.
 * @param reason why not; null where it was sent.
 * @param source where the event stands.
 */
public record NotificationFact(
        Key key,
        Meta meta,
        Outcome outcome,
        String messageId,
        int attempt,
        @Nullable String reason,
        Source source) {

    /** What became of a message. */
    public enum Outcome {
        SENT,
        FAILED,
        SUPPRESSED
    }

    /**
     * Which message.
     *
     * @param orderId the order.
     * @param milestone what it is about.
     * @param channel how it is sent.
     * @param occasion the shipment or refund, where the milestone can come more than once; else empty.
     */
    public record Key(String orderId, Milestone milestone, Channel channel, String occasion) {}

    /** What the row says after one that stands further on in the log: that, unless this one says that it was sent, which it stays. */
    NotificationFact followedBy(NotificationFact later) {
        return outcome == Outcome.SENT && later.outcome != Outcome.SENT ? this : later;
    }

    /** The row of an event. */
    public static NotificationFact of(NotificationEvent event, Source source) {
        String orderId = event.meta().orderId();
        return switch (event) {
            case NotificationSent sent ->
                new NotificationFact(
                        new Key(orderId, sent.milestone(), sent.channel(), sent.occasion()),
                        sent.meta(),
                        Outcome.SENT,
                        sent.messageId(),
                        sent.attempt(),
                        null,
                        source);
            case NotificationFailed failed ->
                new NotificationFact(
                        new Key(orderId, failed.milestone(), failed.channel(), failed.occasion()),
                        failed.meta(),
                        Outcome.FAILED,
                        failed.messageId(),
                        failed.attempt(),
                        failed.reason(),
                        source);
            case NotificationSuppressed suppressed ->
                new NotificationFact(
                        new Key(orderId, suppressed.milestone(), suppressed.channel(), suppressed.occasion()),
                        suppressed.meta(),
                        Outcome.SUPPRESSED,
                        suppressed.messageId(),
                        0,
                        suppressed.reason(),
                        source);
        };
    }
}
