package dev.orderbackbone.payment.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decider, right or deliberately wrong. */
interface Decides {
    Decision<Payment> decide(@Nullable Payment payment, Message input, Instant now);

    Decision<Payment> decideDue(Payment payment, Instant now);

    /** The real one. */
    static Decides by(PaymentRules rules) {
        PaymentDecider decider = new PaymentDecider(rules);
        return new Decides() {
            @Override
            public Decision<Payment> decide(@Nullable Payment payment, Message input, Instant now) {
                return decider.decide(payment, PaymentWorld.ORDER, input, now);
            }

            @Override
            public Decision<Payment> decideDue(Payment payment, Instant now) {
                return decider.decideDue(payment, now);
            }
        };
    }
}
