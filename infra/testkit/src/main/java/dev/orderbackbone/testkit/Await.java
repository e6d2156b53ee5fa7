package dev.orderbackbone.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits for something that another process or thread brings about. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Await() {}

    /** Returns as soon as the assertion holds; fails with its own words if it does not in three minutes: a busy machine starts processes slowly. */
    public static void until(ThrowingRunnable assertion) {
        until(PATIENCE, assertion);
    }

    /** Returns as soon as the assertion holds; fails with the assertion's own words if it does not in time. */
    public static void until(Duration patience, ThrowingRunnable assertion) {
        Awaitility.await().atMost(patience).pollInterval(BETWEEN_LOOKS).untilAsserted(assertion);
    }
}
