package dev.orderbackbone.payment.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * All calls for an operation that share one idempotency key.
 *
 * @param number 1, 2, ...: a new one begins only when the one before is over for good.
 * @param firstAskedAt when its first call was decided: the idempotency key lives from then on.
 * @param attempts calls that were meant to do it.
 * @param asks calls that only asked.
 * @param calls ids of all calls, the latest last.
 * @param asking whether the latest call only asks.
 * @param answered whether the latest call needs no answer any more.
 */
public record Round(
        int number, Instant firstAskedAt, int attempts, int asks, List<UUID> calls, boolean asking, boolean answered) {

    /** Copies the list. */
    public Round {
        calls = List.copyOf(calls);
    }

    static Round first(Instant now) {
        return new Round(1, now, 0, 0, List.of(), false, false);
    }

    Round next(Instant now) {
        return new Round(number + 1, now, 0, 0, List.of(), false, false);
    }

    Round called(UUID callId) {
        return new Round(number, firstAskedAt, attempts + 1, asks, with(callId), false, false);
    }

    Round asked(UUID callId) {
        return new Round(number, firstAskedAt, attempts, asks + 1, with(callId), true, false);
    }

    Round over() {
        return new Round(number, firstAskedAt, attempts, asks, calls, asking, true);
    }

    /** Whether the call is the latest one and has not come back yet. */
    boolean awaits(UUID callId) {
        return !answered && !calls.isEmpty() && calls.getLast().equals(callId);
    }

    private List<UUID> with(UUID callId) {
        List<UUID> longer = new ArrayList<>(calls);
        longer.add(callId);
        return longer;
    }
}
