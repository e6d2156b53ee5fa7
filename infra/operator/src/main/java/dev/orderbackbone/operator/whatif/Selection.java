package dev.orderbackbone.operator.whatif;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked.
 *
 * @param services their names.
 * @param orders only these; none for all.
 * @param since only orders that began then or later, and commands to pools of then or later; null for all.
 * @param until only those that began before; null for all.
 */
record Selection(
        Set<String> services,
        Set<String> orders,
        @Nullable Instant since,
        @Nullable Instant until) {
    Selection {
        services = Set.copyOf(services);
        orders = Set.copyOf(orders);
    }

    boolean isOrderWanted(String orderId) {
        return orders.isEmpty() || orders.contains(orderId);
    }

    boolean isTimeWanted(Instant time) {
        return (since == null || !time.isBefore(since)) && (until == null || time.isBefore(until));
    }
}
