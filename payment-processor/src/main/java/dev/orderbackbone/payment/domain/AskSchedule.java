package dev.orderbackbone.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When the gateway is asked about an outcome that nobody knows, and when a person has to decide.
 *
 * @param waits how long to wait before the first, second, ... time of asking; the last one also before every later time. All positive.
 * @param reviewAfter how long after an operation was first asked for a person decides; positive, and not longer than the gateway keeps
 *      idempotency keys, as after that the same request could be carried out a second time.
 */
public record AskSchedule(List<Duration> waits, Duration reviewAfter) {

    /** 30 s, 2 min, 10 min, 1 h, then every 6 h; a person after 24 h, which is how long gateways commonly keep keys. */
    public static final AskSchedule USUAL = new AskSchedule(
            List.of(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(6)),
            Duration.ofHours(24));

    /** Checks the waits. */
    public AskSchedule {
        waits = List.copyOf(waits);
        if (waits.isEmpty()) {
            throw new IllegalArgumentException("an ask schedule needs at least one wait");
        }
        waits.forEach(AskSchedule::requirePositive);
        requirePositive(reviewAfter);
    }

    /**
     * When to ask next, or, if that would be too late, when to hand over to a person.
     *
     * @param asks how often it was asked already, 0 or more.
     * @param firstAskedAt when the operation was first asked for.
     */
    Instant nextAt(int asks, Instant firstAskedAt, Instant now) {
        Instant next = now.plus(waits.get(Math.min(asks, waits.size() - 1)));
        Instant review = reviewAt(firstAskedAt);
        return next.isBefore(review) ? next : review;
    }

    /** From when on a person decides. */
    Instant reviewAt(Instant firstAskedAt) {
        return firstAskedAt.plus(reviewAfter);
    }

    private static void requirePositive(Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("an ask schedule has positive durations only, but one is " + duration);
        }
    }
}
