package dev.orderbackbone.payment.flow;

import dev.orderbackbone.contract.payment.GatewayAnswer;

/** Is told the answer of each call, for metrics. Called by many threads; it must be quick and must not throw. */
@FunctionalInterface
public interface CallListener {
    /** Counts nothing. */
    CallListener NONE = answer -> {};

    /** A call has its answer. */
    void answered(GatewayAnswer answer);
}
