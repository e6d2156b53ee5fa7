package dev.orderbackbone.contract.notification;

import dev.orderbackbone.contract.Meta;

/**
 * The message is not sent, on purpose.
 *
 * @param messageId stable id of the message; a repeated sending carries the same one.
 * @param milestone what it is about.
 * @param occasion the shipment or refund, where the milestone can come more than once; else empty. One that is sent once more has {@linkplain Occasions
 *      one of its own}.
 * @param channel how it is sent.
 * @param reason such as no-address, too-late or skipped.
 */
public record NotificationSuppressed(
        Meta meta, String messageId, Milestone milestone, String occasion, Channel channel, String reason)
        implements NotificationEvent {
    /** The reason where an operator gave it up. */
    public static final String SKIPPED = "skipped";
}
