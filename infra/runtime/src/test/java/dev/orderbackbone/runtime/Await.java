package dev.orderbackbone.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, for a minute at most. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BETWEEN_LOOKS_NS = Duration.ofMillis(10).toNanos();

    private Await() {}

    static void until(String description, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("waited in vain: " + description);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NS);
        }
    }
}
