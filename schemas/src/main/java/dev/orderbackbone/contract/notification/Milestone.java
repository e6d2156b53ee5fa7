package dev.orderbackbone.contract.notification;

/** What a customer is told about. UNKNOWN stands for a symbol of a newer release. */
public enum Milestone {
    UNKNOWN,
    CONFIRMED,
    REJECTED,
    CANCELLED,
    SHIPPED,
    REFUNDED
}
