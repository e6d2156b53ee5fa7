package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.contract.order.OrderStatus;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How long an order may be in a state before it counts as stuck. Their reasons stand in docs/operators.md. */
record Budgets(Map<OrderStatus, Duration> byStatus) {
    static final Budgets USUAL = new Budgets(Map.of(
            OrderStatus.PENDING, Duration.ofMinutes(5),
            OrderStatus.HELD, Duration.ofHours(24),
            OrderStatus.CONFIRMED, Duration.ofDays(3),
            OrderStatus.PROCESSING, Duration.ofDays(7),
            OrderStatus.CANCELLING, Duration.ofMinutes(15)));

    Budgets {
        byStatus = Map.copyOf(byStatus);
    }

    /**
     * With others in place of some.
     *
     * @throws IllegalArgumentException if one is of a state that orders rest in.
     */
    Budgets with(Map<OrderStatus, Duration> others) {
        EnumMap<OrderStatus, Duration> all = new EnumMap<>(byStatus);
        others.forEach((status, budget) -> {
            if (!all.containsKey(status)) {
                throw new IllegalArgumentException("an order that is " + status + " waits for nothing");
            }
            all.put(status, budget);
        });
        return new Budgets(all);
    }
}
