package dev.orderbackbone.payment.flow;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls back while the gateway is in trouble: after some failures in a row the circuit opens, and only one call at a time is let
 * through to see whether the gateway is back, at growing intervals. Thread-safe.
 */
public final class CircuitBreaker {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final int failuresToOpen;
    private int failures;
    private Duration pause = FIRST_PAUSE;
    private Instant nextProbe = Instant.EPOCH;

    /** A closed circuit that opens after so many failures in a row, 1 or more. */
    public CircuitBreaker(int failuresToOpen) {
        if (failuresToOpen < 1) {
            throw new IllegalArgumentException("failures to open must be 1 or more, but are " + failuresToOpen);
        }
        this.failuresToOpen = failuresToOpen;
    }

    /** How long a call must wait before it asks again; zero when it may be made now. */
    public synchronized Duration pauseBefore(Instant now) {
        if (!isOpen()) {
            return Duration.ZERO;
        }
        if (now.isBefore(nextProbe)) {
            return Duration.between(now, nextProbe);
        }
        nextProbe = now.plus(pause); // this call is the probe; the others wait for what comes of it
        return Duration.ZERO;
    }

    /** The gateway gave an answer, whatever it said. */
    public synchronized void succeeded() {
        failures = 0;
        pause = FIRST_PAUSE;
    }

    /** The gateway gave none. */
    public synchronized void failed(Instant now) {
        failures++;
        if (isOpen()) {
            nextProbe = now.plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** Whether calls are kept back. */
    public synchronized boolean isOpen() {
        return failures >= failuresToOpen;
    }
}
