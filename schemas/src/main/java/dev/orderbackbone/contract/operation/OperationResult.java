package dev.orderbackbone.contract.operation;

/** How an operation ended. UNKNOWN stands for a symbol of a newer release. */
public enum OperationResult {
    UNKNOWN,
    /** All was done, and looked at afterwards. */
    DONE,
    /** Something failed, or was found wrong afterwards; part of it may have been done. */
    FAILED,
    /** The operator stopped it; part of it may have been done. */
    CANCELLED
}
