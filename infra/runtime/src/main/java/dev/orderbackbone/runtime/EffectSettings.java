package dev.orderbackbone.runtime;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How an {@link EffectWorker} works.
 *
 * @param lanes share consumers, 1 to 64. Each partition is read by few of them, so have one per partition that this process is to read.
 * @param batch requests that a lane takes at once, 1 to 1,000.
 * @param mostUnderWay requests that are carried out at the same time in all lanes together, {@code batch} or more.
 * @param patience how long a lane waits for the slowest request of a batch before it goes on: at least 10 ms, and less than half of the
 *     time for which the broker keeps a request for one worker.
 * @param closePatience how long requests under way are waited for when the process ends, 0 or more.
 */
@ConfigurationProperties("effects")
public record EffectSettings(
        @Bindable(defaultValue = "4") int lanes,
        @Bindable(defaultValue = "128") int batch,
        @Bindable(defaultValue = "1024") int mostUnderWay,
        @Bindable(defaultValue = "1s") Duration patience,
        @Bindable(defaultValue = "5s") Duration closePatience) {
    private static final int MOST_LANES = 64;
    private static final int LARGEST_BATCH = 1_000;
    private static final Duration SHORTEST_PATIENCE = Duration.ofMillis(10);
    private static final Duration LONGEST_PATIENCE = ShareGroupSettings.LOCK_DURATION.dividedBy(2);

    /** Checks the ranges. */
    public EffectSettings {
        requireRange("effects.lanes", lanes, 1, MOST_LANES);
        requireRange("effects.batch", batch, 1, LARGEST_BATCH);
        requireRange("effects.most-under-way", mostUnderWay, batch, Integer.MAX_VALUE);
        if (patience.compareTo(SHORTEST_PATIENCE) < 0 || patience.compareTo(LONGEST_PATIENCE) > 0) {
            throw new IllegalArgumentException("effects.patience must be " + SHORTEST_PATIENCE + " to "
                    + LONGEST_PATIENCE + ", but is " + patience);
        }
        if (closePatience.isNegative()) {
            throw new IllegalArgumentException("effects.close-patience must not be negative, but is " + closePatience);
        }
    }

    /** Four lanes of 128 requests, a second of patience. */
    public static EffectSettings usual() {
        return new EffectSettings(4, 128, 1024, Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    private static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", but is " + value);
        }
    }
}
