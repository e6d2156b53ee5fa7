package dev.orderbackbone.orderevents.simulation;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.OrderDecider;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The decider under test, or a mutant of it. */
interface Decider {
    Decision<Order> decide(@Nullable Order order, String key, SagaInput input, Instant now);

    Decision<Order> decideDue(Order order, String key, Instant now);

    /** The genuine one. */
    static Decider genuine() {
        OrderDecider decider = new OrderDecider(SagaSettings.STANDARD);
        return new Decider() {
            @Override
            public Decision<Order> decide(@Nullable Order order, String key, SagaInput input, Instant now) {
                return decider.decide(order, key, input, now);
            }

            @Override
            public Decision<Order> decideDue(Order order, String key, Instant now) {
                return decider.decideDue(order, key, now);
            }
        };
    }
}
