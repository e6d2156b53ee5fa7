package dev.orderbackbone.orderevents.flow;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.OrderDecider;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.runtime.KeyedState;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The orders of one task, and the decider on them. */
final class OrderFlow extends KeyedState<Order> {
    static final String STORE = "orders";

    /** How an order is stored. */
    static final StateSerde<Order> SERDE = StateSerde.ofResource(Order.class, "/state/Order.avsc");

    private final OrderDecider decider;

    OrderFlow(OrderDecider decider) {
        super(STORE, SERDE);
        this.decider = decider;
    }

    @Override
    public Decision<Order> decide(@Nullable Order order, String key, Message input, Instant now) {
        return decider.decide(order, key, SagaInput.of(input), now);
    }

    @Override
    public @Nullable Instant deadlineOf(Order order) {
        return order.deadline();
    }

    @Override
    public Decision<Order> decideDue(Order order, String key, Instant now) {
        return decider.decideDue(order, key, now);
    }
}
