package dev.orderbackbone.contract.operation;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * An operator has begun to change something. Without an OperationFinished after it, the operation runs, or its tool was ended.
 *
 * @param operationId the operation: the event id of this event.
 * @param command such as {@code projections swap}.
 * @param target what it changes, such as a group or a service; two operations on one target exclude each other.
 * @param startedBy who.
 * @param reason why, in that person's words.
 * @param plan what was announced, as it was printed.
 * @param orders ids of the orders concerned, the first 1,000; none where it is about no order in particular.
 */
public record OperationStarted(
        Meta meta,
        String operationId,
        String command,
        String target,
        String startedBy,
        String reason,
        String plan,
        List<String> orders)
        implements OperationEvent {}
