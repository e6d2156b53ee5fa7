package dev.orderbackbone.orderevents;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class OrderEvents {
    private OrderEvents() {}

    public static void main(String[] arguments) {
        Micronaut.run(OrderEvents.class, arguments);
    }
}
