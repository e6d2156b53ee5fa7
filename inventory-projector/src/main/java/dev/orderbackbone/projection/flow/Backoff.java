package dev.orderbackbone.projection.flow;

import java.time.Duration;

/** Pauses between attempts: 100 ms, then twice as long each time, up to a limit. Used by one thread. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);

    private final Duration longest;
    private Duration next;

    Backoff(Duration longest) {
        this.longest = longest;
        this.next = shorter(FIRST, longest);
    }

    Duration next() {
        Duration pause = next;
        next = shorter(next.multipliedBy(2), longest);
        return pause;
    }

    void reset() {
        next = shorter(FIRST, longest);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
