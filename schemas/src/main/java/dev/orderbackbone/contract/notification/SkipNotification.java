package dev.orderbackbone.contract.notification;

import dev.orderbackbone.contract.Meta;

/**
 * An operator gives up a message that is not sent yet.
 *
 * @param milestone what it is about.
 * @param occasion the shipment or refund, where the milestone can come more than once; else empty.
 * @param channel how it would be sent.
 * @param requestId the operator's id of this request.
 * @param reason why.
 * @param requestedBy who.
 */
public record SkipNotification(
        Meta meta,
        Milestone milestone,
        String occasion,
        Channel channel,
        String requestId,
        String reason,
        String requestedBy)
        implements NotificationCommand {}
