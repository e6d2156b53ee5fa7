package dev.orderbackbone.runtime;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How an {@link EffectWorker} works.
 *
 * @param mostUnderWay requests that this process carries out at the same time, 1 or more.
 * @param closePatience how long requests under way are waited for when the process ends, 0 or more; and when their partition goes to another
 *     one, but then {@link #LONGEST_HANDOVER} at most.
 */
@ConfigurationProperties("effects")
public record EffectSettings(
        @Bindable(defaultValue = "1024") int mostUnderWay,
        @Bindable(defaultValue = "5s") Duration closePatience) {
    /** Whoever gets the partition waits as long. */
    static final Duration LONGEST_HANDOVER = Duration.ofSeconds(5);

    /** Checks the ranges. */
    public EffectSettings {
        if (mostUnderWay < 1) {
            throw new IllegalArgumentException("effects.most-under-way must be 1 or more, but is " + mostUnderWay);
        }
        if (closePatience.isNegative()) {
            throw new IllegalArgumentException("effects.close-patience must not be negative, but is " + closePatience);
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
