package dev.orderbackbone.orderevents.domain;

/** How far an operation on the order's payment has come. */
public enum OperationStatus {
    /** Not asked for: not yet, or never. */
    NOT_ASKED,
    /** Asked for, not answered. */
    REQUESTED,
    /** Asked for, and at present nobody knows what came of it. */
    UNKNOWN,
    /** Done. */
    DONE,
    /** Declined, or refused by the gateway for good. */
    REFUSED
}
