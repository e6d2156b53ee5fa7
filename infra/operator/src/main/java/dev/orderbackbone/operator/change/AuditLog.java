package dev.orderbackbone.operator.change;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.operation.OperationCount;
import dev.orderbackbone.contract.operation.OperationFinished;
import dev.orderbackbone.contract.operation.OperationResult;
import dev.orderbackbone.contract.operation.OperationStarted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/** Writes what operators do to {@code operations.audit}. */
final class AuditLog {
    private static final int MOST_ORDERS = 1_000;
    private static final int MOST_DETAIL = 10_000;
    private static final String NONE = "";

    private final MessageWriter writer;
    private final InstantSource clock;

    AuditLog(MessageWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Returns when the log has it: what cannot be written down is not begun. */
    Operation started(Change change, Plan plan, String by, String reason) {
        Instant now = clock.instant();
        UUID id = EventIds.root(now, UUID.randomUUID());
        writer.write(new OperationStarted(
                new Meta(id, NONE, 0, now, id, NONE),
                id.toString(),
                change.command(),
                change.target(),
                by,
                reason,
                cut(new PlanText(plan).text()),
                plan.orders().stream().limit(MOST_ORDERS).toList()));
        return new Operation(id.toString(), by, reason, now);
    }

    void finished(Operation operation, OperationResult result, SequencedMap<String, Long> counts, String detail) {
        Instant now = clock.instant();
        UUID cause = UUID.fromString(operation.id());
        List<OperationCount> done = counts.entrySet().stream()
                .map(count -> new OperationCount(count.getKey(), count.getValue()))
                .toList();
        writer.write(new OperationFinished(
                new Meta(EventIds.derive(cause, 0, now), NONE, 0, now, cause, NONE),
                operation.id(),
                result,
                done,
                cut(detail)));
    }

    private static String cut(String text) {
        return text.length() <= MOST_DETAIL ? text : text.substring(0, MOST_DETAIL);
    }
}
