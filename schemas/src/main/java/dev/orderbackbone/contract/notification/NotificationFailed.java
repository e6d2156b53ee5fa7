package dev.orderbackbone.contract.notification;

import dev.orderbackbone.contract.Meta;

/**
 * The message could not be delivered and is given up.
 *
 * @param messageId stable id of the message; a repeated sending carries the same one.
 * @param milestone what it is about.
 * @param occasion the shipment or refund, where the milestone can come more than once; else empty. One that is sent once more has {@linkplain Occasions
 *      one of its own}.
 * @param channel how it is sent.
 * @param attempt of which request.
 * @param reason what the receiver said.
 */
public record NotificationFailed(
        Meta meta, String messageId, Milestone milestone, String occasion, Channel channel, int attempt, String reason)
        implements NotificationEvent {}
