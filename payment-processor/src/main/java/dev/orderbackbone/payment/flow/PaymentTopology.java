package dev.orderbackbone.payment.flow;

import dev.orderbackbone.payment.domain.Payment;
import dev.orderbackbone.payment.domain.PaymentDecider;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.runtime.KeyedState;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.Duration;
import java.util.List;

/** What the payment decider reads, writes and remembers. */
public final class PaymentTopology {
    private PaymentTopology() {}

    /** The topology; {@code timerResolution} is how late a passed deadline may be noticed. */
    public static DecisionTopology<Payment> of(
            PaymentDecider decider,
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            Duration timerResolution,
            DecisionListener listener) {
        return new DecisionTopology<>(
                Topics.PAYMENT,
                List.of(Topics.PAYMENTS_COMMANDS, Topics.PAYMENTS_ANSWERS),
                List.of(Topics.PAYMENTS_CALLS, Topics.PAYMENTS_EVENTS),
                List.of(KeyedState.store(PaymentFlow.STORE)),
                () -> new PaymentFlow(decider),
                deserializer,
                serializer,
                timerResolution,
                listener);
    }
}
