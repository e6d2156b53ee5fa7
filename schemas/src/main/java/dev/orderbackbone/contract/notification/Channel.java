package dev.orderbackbone.contract.notification;

/** How a customer is told. UNKNOWN stands for a symbol of a newer release. */
public enum Channel {
    UNKNOWN,
    EMAIL,
    WEBHOOK
}
