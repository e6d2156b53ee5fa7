package dev.orderbackbone.orderevents.flow;

import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.OrderDecider;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.runtime.Flow;
import dev.orderbackbone.runtime.KeyedState;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What the order saga reads and writes. */
public final class OrderTopology {
    private OrderTopology() {}

    /**
     * The topology.
     *
     * @param timerResolution how late a passed deadline may be noticed, 10 ms or more.
     */
    public static DecisionTopology<Order> of(
            SagaSettings settings,
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            Duration timerResolution,
            DecisionListener listener) {
        OrderDecider decider = new OrderDecider(settings);
        return running(() -> new OrderFlow(decider), deserializer, serializer, timerResolution, listener);
    }

    /** The topology with another flow, which a test makes fail. */
    static DecisionTopology<Order> running(
            Supplier<Flow<Order>> flow,
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            Duration timerResolution,
            DecisionListener listener) {
        return new DecisionTopology<>(
                Topics.ORDER_EVENTS,
                List.of(Topics.ORDERS_INTAKE, Topics.INVENTORY_EVENTS, Topics.PAYMENTS_EVENTS),
                List.of(
                        Topics.ORDERS_EVENTS,
                        Topics.ORDERS_REFUSALS,
                        Topics.INVENTORY_COMMANDS,
                        Topics.PAYMENTS_COMMANDS),
                List.of(KeyedState.store(OrderFlow.STORE)),
                flow,
                deserializer,
                serializer,
                timerResolution,
                listener);
    }
}
