package dev.orderbackbone.contract.notification;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.Contact;
import java.time.Instant;

/**
 * One message to send (topic notifications.requests).
 *
 * @param messageId stable id of the message; a repeated sending carries the same one.
 * @param milestone what it is about.
 * @param occasion the shipment or refund, where the milestone can come more than once; else empty. One that is sent once more has {@linkplain Occasions
 *      one of its own}.
 * @param channel how it is sent.
 * @param attempt 1, 2, ... : the decider asks again when no result came.
 * @param contact to whom.
 * @param currency ISO 4217 code.
 * @param amountMinor the amount that the message states, minor units.
 * @param detail what else it states: a tracking code, a reason; may be empty.
 * @param sendBy a request that is not served by then is not served any more; the decider asks again.
 */
public record NotificationRequested(
        Meta meta,
        String messageId,
        Milestone milestone,
        String occasion,
        Channel channel,
        int attempt,
        Contact contact,
        String currency,
        long amountMinor,
        String detail,
        Instant sendBy)
        implements Message {}
