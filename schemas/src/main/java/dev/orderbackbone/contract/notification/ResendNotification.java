package dev.orderbackbone.contract.notification;

import dev.orderbackbone.contract.Meta;

/**
 * An operator wants a message sent once more, which was sent, given up or left out.
 *
 * @param milestone what it is about.
 * @param occasion the shipment or refund, where the milestone can come more than once; else empty.
 * @param channel how it is sent.
 * @param requestId the operator's id of this request: however often it is delivered, one message more is sent.
 * @param reason why.
 * @param requestedBy who.
 */
public record ResendNotification(
        Meta meta,
        Milestone milestone,
        String occasion,
        Channel channel,
        String requestId,
        String reason,
        String requestedBy)
        implements NotificationCommand {
    /** The occasion of the message more. */
    public String resentOccasion() {
        return Occasions.resent(occasion, requestId);
    }
}
