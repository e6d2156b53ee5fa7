package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.OrderDecider;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order saga. */
record SagaDecider(OrderDecider decider) implements PresentDecider<Order> {
    SagaDecider(SagaSettings settings) {
        this(new OrderDecider(settings));
    }

    @Override
    public Decision<Order> decide(@Nullable Order order, String orderId, Message input, Instant now) {
        return decider.decide(order, orderId, SagaInput.of(input), now);
    }

    @Override
    public @Nullable Instant deadlineOf(Order order) {
        return order.deadline();
    }

    @Override
    public Decision<Order> decideDue(Order order, String orderId, Instant now) {
        return decider.decideDue(order, orderId, now);
    }

    @Override
    public boolean isBeginningOf(List<Input> inputs, List<RecordedDecision> decisions) {
        return decisions.stream()
                .flatMap(decision -> decision.messages().stream())
                .anyMatch(OrderPlaced.class::isInstance);
    }
}
