package dev.orderbackbone.schemas.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts. */
final class Pause {
    private Pause() {}

    /**
     * Sleeps for {@code pause}, a quarter more or less so that many services do not come back together.
     *
     * @return the next pause, twice as long up to {@link RegistrySettings#LONGEST_PAUSE}.
     */
    static Duration thenDouble(Duration pause) {
        long pauseMs = pause.toMillis();
        long spreadMs = pauseMs / 4;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(pauseMs - spreadMs, pauseMs + spreadMs + 1));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for the schema registry", interruption);
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(RegistrySettings.LONGEST_PAUSE) > 0 ? RegistrySettings.LONGEST_PAUSE : doubled;
    }
}
