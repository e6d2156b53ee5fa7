package dev.orderbackbone.runtime;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How an {@link EffectWorker} works.
 *
 * @param mostUnderWay requests that this process carries out at the same time, 1 or more.
 * @param closePatience how long requests under way are waited for when the process ends, 0 to {@link #LONGEST_CLOSE}; and when their
 *     partition goes to another one, but then {@link #LONGEST_HANDOVER} at most.
 */
@ConfigurationProperties("effects")
public record EffectSettings(
        @Bindable(defaultValue = "1024") int mostUnderWay,
        @Bindable(defaultValue = "5s") Duration closePatience) {
    /** Much longer, and the broker takes the process for dead. */
    static final Duration LONGEST_CLOSE = Duration.ofMinutes(2);

    /** Whoever gets the partition waits as long. */
    static final Duration LONGEST_HANDOVER = Duration.ofSeconds(5);

    /** Checks the ranges. */
    public EffectSettings {
        if (mostUnderWay < 1) {
            throw new IllegalArgumentException("effects.most-under-way must be 1 or more, but is " + mostUnderWay);
        }
        if (closePatience.isNegative() || closePatience.compareTo(LONGEST_CLOSE) > 0) {
            throw new IllegalArgumentException(
                    "effects.close-patience must be 0 to " + LONGEST_CLOSE + ", but is " + closePatience);
        }
    }

    /** A thousand requests at the same time. */
    public static EffectSettings usual() {
        return new EffectSettings(1024, Duration.ofSeconds(5));
    }

    Duration handoverPatience() {
        return closePatience.compareTo(LONGEST_HANDOVER) < 0 ? closePatience : LONGEST_HANDOVER;
    }
}
