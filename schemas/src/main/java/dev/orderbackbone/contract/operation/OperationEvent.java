package dev.orderbackbone.contract.operation;

import dev.orderbackbone.contract.Message;

/** Who changed what by hand, when, why, and what came of it (topic operations.audit). */
public sealed interface OperationEvent extends Message permits OperationStarted, OperationFinished {
    /** The operation; its two events have the same. */
    String operationId();
}
