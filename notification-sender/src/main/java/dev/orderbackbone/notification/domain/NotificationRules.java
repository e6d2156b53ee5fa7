package dev.orderbackbone.notification.domain;

import java.time.Duration;

/**
 * How long the decider waits.
 *
 * @param askAgainAfter a request without a result is repeated after that time; longer than a sending can take.
 * @param giveUpAfter a message without a result is given up after that time, counted from the first request.
 */
public record NotificationRules(Duration askAgainAfter, Duration giveUpAfter) {
    /** Ten minutes, and five days, the time that mail servers themselves keep trying (RFC 5321, 4.5.4.1). */
    public static final NotificationRules DEFAULT = new NotificationRules(Duration.ofMinutes(10), Duration.ofDays(5));

    /** Checks the ranges. */
    public NotificationRules {
        if (!askAgainAfter.isPositive() || giveUpAfter.compareTo(askAgainAfter) < 0) {
            throw new IllegalArgumentException(
                    "ask-again-after must be positive and no longer than give-up-after, but they are " + askAgainAfter
                            + " and " + giveUpAfter);
        }
    }
}
