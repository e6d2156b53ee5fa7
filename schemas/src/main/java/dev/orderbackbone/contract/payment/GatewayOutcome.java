package dev.orderbackbone.contract.payment;

/**
 * What came of a gateway call. APPROVED: done. DECLINED: the gateway said no. INVALID: the gateway refuses the
 * request as wrong, also in future. NOT_FOUND: asked for, and it has never seen the request. NO_ANSWER: nobody
 * knows. UNKNOWN stands for a symbol of a newer release.
 */
public enum GatewayOutcome {
    UNKNOWN,
    APPROVED,
    DECLINED,
    INVALID,
    NOT_FOUND,
    NO_ANSWER
}
