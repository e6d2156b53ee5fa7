package dev.orderbackbone.contract.order;

/** Why an order waits for a person or an answer. UNKNOWN stands for a symbol of a newer release. */
public enum HoldReason {
    UNKNOWN,
    PAYMENT_UNKNOWN,
    CAPTURE_FAILED,
    OPERATOR
}
