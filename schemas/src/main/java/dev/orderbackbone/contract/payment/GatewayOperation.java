package dev.orderbackbone.contract.payment;

/** What a payment gateway can be asked to do. UNKNOWN stands for a symbol of a newer release. */
public enum GatewayOperation {
    UNKNOWN,
    AUTHORIZE,
    CAPTURE,
    VOID,
    REFUND
}
