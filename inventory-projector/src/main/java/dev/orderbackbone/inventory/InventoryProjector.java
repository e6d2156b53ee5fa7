package dev.orderbackbone.inventory;

import io.micronaut.runtime.Micronaut;

/** The process: decides on stock and projects the log. */
public final class InventoryProjector {
    private InventoryProjector() {}

    /** Starts it; it ends on SIGTERM. */
    public static void main(String[] arguments) {
        Micronaut.build(arguments)
                .mainClass(InventoryProjector.class)
                .banner(false)
                .start();
    }
}
