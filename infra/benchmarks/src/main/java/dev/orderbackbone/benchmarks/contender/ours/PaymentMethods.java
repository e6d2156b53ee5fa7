package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.workload.Declines;
import dev.orderbackbone.benchmarks.workload.SampleOrder;

/** How an order tells the gateway what is to come of its payment. */
enum PaymentMethods {
    /** The benchmark's gateway goes by the number in the order's key. */
    NUMBERED {
        @Override
        String of(SampleOrder order) {
            return order.key();
        }
    },
    /** The simulated gateway goes by a script, as the test cards of real gateways are one. */
    SCRIPTED {
        @Override
        String of(SampleOrder order) {
            return Declines.isDeclined(order.number()) ? "tok_declined" : "tok_ok";
        }
    };

    /** To be sent with the order. */
    abstract String of(SampleOrder order);
}
