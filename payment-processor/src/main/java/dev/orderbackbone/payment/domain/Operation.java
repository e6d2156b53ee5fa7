package dev.orderbackbone.payment.domain;

import dev.orderbackbone.contract.payment.GatewayOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the gateway is to do.
 *
 * @param kind what.
 * @param id which of the payment's operations of that kind; empty for the authorisation and the void.
 * @param amountMinor amount, minor units.
 * @param status how far it has come.
 * @param commandId event id of the command that asked for it last.
 * @param round 1, 2, ...: each has an idempotency key of its own. A new one begins only when the one before is over for good.
 * @param attempt calls of this round that were meant to do it, 1, 2, ...
 * @param asks calls of this round that only asked.
 * @param firstAskedAt when the first call of this round was decided: its idempotency key lives from then on.
 * @param calls ids of all calls of this round, the latest last.
 * @param asking whether the latest call only asks.
 * @param answered whether the latest call has come back without saying what came of the operation.
 * @param nextAt when to look at it again though nothing came in; null for never.
 */
public record Operation(
        GatewayOperation kind,
        String id,
        long amountMinor,
        OperationStatus status,
        UUID commandId,
        int round,
        int attempt,
        int asks,
        Instant firstAskedAt,
        List<UUID> calls,
        boolean asking,
        boolean answered,
        @Nullable Instant nextAt) {

    /** Copies the list. */
    public Operation {
        calls = List.copyOf(calls);
    }

    /** A new operation, before its first call. */
    static Operation wanted(GatewayOperation kind, String id, long amountMinor, UUID commandId, Instant now) {
        return new Operation(
                kind,
                id,
                amountMinor,
                OperationStatus.REQUESTED,
                commandId,
                1,
                0,
                0,
                now,
                List.of(),
                false,
                false,
                null);
    }

    /** Commanded again with the same idempotency key, which lives still: the gateway does it if it never did. */
    Operation wantedAgain(UUID commandId) {
        return new Operation(
                kind,
                id,
                amountMinor,
                OperationStatus.REQUESTED,
                commandId,
                round,
                attempt,
                asks,
                firstAskedAt,
                calls,
                false,
                false,
                null);
    }

    /** Commanded again after a final no: a new round, with an idempotency key of its own. */
    Operation wantedAnew(long amountMinor, UUID commandId, Instant now) {
        return new Operation(
                kind,
                id,
                amountMinor,
                OperationStatus.REQUESTED,
                commandId,
                round + 1,
                0,
                0,
                now,
                List.of(),
                false,
                false,
                null);
    }

    /** After a call that is meant to do it; an operation that is unknown stays so until the answer. */
    Operation called(UUID callId, @Nullable Instant nextAt) {
        return new Operation(
                kind,
                id,
                amountMinor,
                status,
                commandId,
                round,
                attempt + 1,
                asks,
                firstAskedAt,
                with(callId),
                false,
                false,
                nextAt);
    }

    /** After a call that asks. */
    Operation asked(UUID callId, Instant nextAt) {
        return new Operation(
                kind,
                id,
                amountMinor,
                status,
                commandId,
                round,
                attempt,
                asks + 1,
                firstAskedAt,
                with(callId),
                true,
                false,
                nextAt);
    }

    /** The latest call has certainly done nothing. */
    Operation notDone() {
        return in(status, true, nextAt);
    }

    Operation unknown(Instant nextAskAt) {
        return in(OperationStatus.UNKNOWN, true, nextAskAt);
    }

    Operation inReview() {
        return in(OperationStatus.REVIEW, answered, null);
    }

    Operation approved() {
        return in(OperationStatus.APPROVED, true, null);
    }

    Operation declined() {
        return in(OperationStatus.DECLINED, true, null);
    }

    Operation failed() {
        return in(OperationStatus.FAILED, answered, null);
    }

    boolean is(GatewayOperation kind, String id) {
        return this.kind == kind && this.id.equals(id);
    }

    /** Whether the call is the latest one and has not come back yet. */
    boolean awaits(UUID callId) {
        return !answered && !calls.isEmpty() && calls.getLast().equals(callId);
    }

    boolean isDue(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    private Operation in(OperationStatus status, boolean answered, @Nullable Instant nextAt) {
        return new Operation(
                kind,
                id,
                amountMinor,
                status,
                commandId,
                round,
                attempt,
                asks,
                firstAskedAt,
                calls,
                asking,
                answered,
                nextAt);
    }

    private List<UUID> with(UUID callId) {
        List<UUID> longer = new ArrayList<>(calls);
        longer.add(callId);
        return longer;
    }
}
