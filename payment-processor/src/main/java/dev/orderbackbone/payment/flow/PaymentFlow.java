package dev.orderbackbone.payment.flow;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.payment.domain.Payment;
import dev.orderbackbone.payment.domain.PaymentDecider;
import dev.orderbackbone.runtime.KeyedState;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The payment of each order, and the decider on it. */
final class PaymentFlow extends KeyedState<Payment> {
    static final String STORE = "payments";

    private static final StateSerde<Payment> SERDE = StateSerde.ofResource(Payment.class, "/state/Payment.avsc");

    private final PaymentDecider decider;

    PaymentFlow(PaymentDecider decider) {
        super(STORE, SERDE);
        this.decider = decider;
    }

    @Override
    public Decision<Payment> decide(@Nullable Payment payment, String key, Message input, Instant now) {
        return decider.decide(payment, key, input, now);
    }

    @Override
    public @Nullable Instant deadlineOf(Payment payment) {
        return payment.nextAt();
    }

    @Override
    public Decision<Payment> decideDue(Payment payment, String key, Instant now) {
        return decider.decideDue(payment, now);
    }
}
