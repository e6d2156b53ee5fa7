package dev.orderbackbone.contract.notification;

import dev.orderbackbone.contract.Message;

/** What an operator wants done with a message to a customer (topic notifications.commands). */
public sealed interface NotificationCommand extends Message permits ResendNotification, SkipNotification {
    /** What the message is about. */
    Milestone milestone();

    /** The shipment or refund, where the milestone can come more than once; else empty. */
    String occasion();

    /** How it is sent. */
    Channel channel();
}
