package dev.orderbackbone.contract.order;

/** States of an order. UNKNOWN stands for a symbol of a newer release. */
public enum OrderStatus {
    UNKNOWN,
    PENDING,
    HELD,
    CONFIRMED,
    PROCESSING,
    CANCELLING,
    COMPLETED,
    CANCELLED,
    EXPIRED,
    REJECTED
}
