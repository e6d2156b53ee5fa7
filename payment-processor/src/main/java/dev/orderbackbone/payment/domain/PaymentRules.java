package dev.orderbackbone.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The times that a payment goes by.
 *
 * @param answerWithin how long a call may take, from its decision to its answer; positive and shorter than the review time.
 * @param schedule what happens when there is no answer.
 */
public record PaymentRules(Duration answerWithin, AskSchedule schedule) {

    /** Answers within a minute; the usual schedule. */
    public static final PaymentRules USUAL = new PaymentRules(Duration.ofMinutes(1), AskSchedule.USUAL);

    /** Checks the time. */
    public PaymentRules {
        if (!answerWithin.isPositive() || answerWithin.compareTo(schedule.reviewAfter()) >= 0) {
            throw new IllegalArgumentException("answers must come within a positive time that is shorter than "
                    + schedule.reviewAfter() + ", but it is " + answerWithin);
        }
    }

    Instant answerBy(Instant now) {
        return now.plus(answerWithin);
    }

    /** Whether a call that is decided now would be over before its idempotency key dies. */
    boolean mayCallAgain(Operation operation, Instant now) {
        return !isTooLate(operation.round().firstAskedAt(), now);
    }

    /**
     * Whether the idempotency key of an operation that was asked for then could be dead before a call that is decided now is over. The call
     * may have been made long ago, and this one would be a second one: a command is as old as this only where a log is read again from its
     * beginning, or was not read for a day.
     */
    boolean isTooLate(Instant askedForAt, Instant now) {
        return !answerBy(now).isBefore(schedule.reviewAt(askedForAt));
    }

    /** An operation that was refused and is commanded again. Its key is kept as long as something might come of it yet. */
    Operation again(Operation refused, long amountMinor, UUID commandId, Instant askedForAt, Instant now) {
        boolean mayHaveBeenDone = refused.status() == OperationStatus.FAILED
                && !refused.round().calls().isEmpty();
        return mayHaveBeenDone && mayCallAgain(refused, now)
                ? refused.wantedAgain(commandId)
                : refused.wantedAnew(amountMinor, commandId, askedForAt);
    }

    Instant nextAskAt(Operation operation, int asks, Instant now) {
        return schedule.nextAt(asks, operation.round().firstAskedAt(), now);
    }

    boolean isForReview(Operation operation, Instant now) {
        return !now.isBefore(schedule.reviewAt(operation.round().firstAskedAt()));
    }
}
