package dev.orderbackbone.contract.operation;

import dev.orderbackbone.contract.Meta;
import java.util.List;

/**
 * An operation has ended.
 *
 * @param operationId the operation.
 * @param result how.
 * @param counts what was done.
 * @param detail what was found wrong; empty where nothing was.
 */
public record OperationFinished(
        Meta meta, String operationId, OperationResult result, List<OperationCount> counts, String detail)
        implements OperationEvent {}
