package dev.orderbackbone.notification;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class NotificationSender {
    private NotificationSender() {}

    public static void main(String[] arguments) {
        Micronaut.run(NotificationSender.class, arguments);
    }
}
