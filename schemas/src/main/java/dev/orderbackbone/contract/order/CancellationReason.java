package dev.orderbackbone.contract.order;

/** Why an order is taken back. UNKNOWN stands for a symbol of a newer release. */
public enum CancellationReason {
    UNKNOWN,
    REQUESTED,
    EXPIRED,
    OUT_OF_STOCK,
    PAYMENT_DECLINED
}
