package dev.orderbackbone.contract.notification;

import dev.orderbackbone.contract.Message;

/** What became of a message to a customer (topic notifications.events). */
public sealed interface NotificationEvent extends Message
        permits NotificationSent, NotificationFailed, NotificationSuppressed {}
