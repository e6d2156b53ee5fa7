package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.StockPools;
import java.time.Duration;

/**
 * What can be chosen about the saga.
 *
 * @param confirmWithin an order that is not confirmed this long after it was placed expires; positive.
 * @param releaseGrace an order that is released from a hold after its deadline gets this long for the answer that it waits for; positive.
 * @param pools which stock pool holds a SKU; the same for the stock intake.
 */
public record SagaSettings(Duration confirmWithin, Duration releaseGrace, StockPools pools) {

    /** Thirty minutes to confirm, one minute after a release, one pool per location. */
    public static final SagaSettings STANDARD =
            new SagaSettings(Duration.ofMinutes(30), Duration.ofMinutes(1), new StockPools(1));

    /** Checks the ranges. */
    public SagaSettings {
        requirePositive("confirm-within", confirmWithin);
        requirePositive("release-grace", releaseGrace);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be positive, but is " + duration);
        }
    }
}
