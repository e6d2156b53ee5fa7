package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.contract.order.OrderStatus;
import java.time.Instant;

/**
 * An order that has not ended, as the read model has it.
 *
 * @param since when it came into its state.
 * @param placedAt when it was accepted.
 * @param unshipped units that are ordered and have not shipped.
 */
record OpenOrder(String orderId, OrderStatus status, Instant since, Instant placedAt, long unshipped) {
    /** Whether anything that it waits for is told by the log only; a confirmed one waits for the warehouse. */
    boolean isToldByLog() {
        return status != OrderStatus.CONFIRMED;
    }
}
