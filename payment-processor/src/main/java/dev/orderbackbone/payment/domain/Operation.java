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
 * @param commands event ids of the commands that asked for it: more than one only where it was tried again.
 * @param round the calls that were made for it, with the present idempotency key.
 * @param nextAt when to look at it again though nothing came in; null for never.
 */
public record Operation(
        GatewayOperation kind,
        String id,
        long amountMinor,
        OperationStatus status,
        List<UUID> commands,
        Round round,
        @Nullable Instant nextAt) {

    /** Copies the list. */
    public Operation {
        commands = List.copyOf(commands);
    }

    /** A new operation, before its first call. */
    static Operation wanted(GatewayOperation kind, String id, long amountMinor, UUID commandId, Instant now) {
        return new Operation(
                kind, id, amountMinor, OperationStatus.REQUESTED, List.of(commandId), Round.first(now), null);
    }

    /** Commanded again with the same idempotency key, which lives still: the gateway does it if it never did. */
    Operation wantedAgain(UUID commandId) {
        return new Operation(kind, id, amountMinor, OperationStatus.REQUESTED, with(commandId), round, null);
    }

    /** Commanded again after a final no: a new round, with an idempotency key of its own. */
    Operation wantedAnew(long amountMinor, UUID commandId, Instant now) {
        return new Operation(kind, id, amountMinor, OperationStatus.REQUESTED, with(commandId), round.next(now), null);
    }

    /** After a call that is meant to do it; an operation that is unknown stays so until the answer. */
    Operation called(UUID callId, @Nullable Instant nextAt) {
        return in(status, round.called(callId), nextAt);
    }

    /** After a call that asks. */
    Operation asked(UUID callId, Instant nextAt) {
        return in(status, round.asked(callId), nextAt);
    }

    /** The latest call has certainly done nothing. */
    Operation notDone() {
        return in(status, round.over(), nextAt);
    }

    Operation unknown(Instant nextAskAt) {
        return in(OperationStatus.UNKNOWN, round.over(), nextAskAt);
    }

    /** As it is for good, or until a person or a command comes. */
    Operation ended(OperationStatus status) {
        return in(status, round, null);
    }

    boolean is(GatewayOperation kind, String id) {
        return this.kind == kind && this.id.equals(id);
    }

    boolean isDue(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    /** Only what was refused may be tried again, and by no command that was told so. */
    boolean mayBeTriedAgainBy(UUID commandId) {
        return status.isRefused() && !commands.contains(commandId);
    }

    private Operation in(OperationStatus status, Round round, @Nullable Instant nextAt) {
        return new Operation(kind, id, amountMinor, status, commands, round, nextAt);
    }

    private List<UUID> with(UUID commandId) {
        List<UUID> longer = new ArrayList<>(commands);
        longer.add(commandId);
        return longer;
    }
}
