package dev.orderbackbone.projection.domain;

import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.payment.PaymentEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a batch changes in the read models: each row once, as it stands at the batch's end.
 *
 * @param placed orders to insert, with their lines.
 * @param changed orders to update, by order id.
 * @param events timeline rows to insert.
 * @param payments payment transactions to insert.
 * @param notifications messages to insert or update.
 * @param stockDecisions decisions to insert.
 * @param stockLevels levels to insert or update.
 * @param refusals refusals to insert.
 * @param ignored messages that rightly change nothing, with the reason.
 */
public record Changes(
        Collection<PlacedOrder> placed,
        Map<String, OrderProgress> changed,
        List<Sourced<OrderEvent>> events,
        List<Sourced<PaymentEvent>> payments,
        Collection<NotificationFact> notifications,
        List<StockFact> stockDecisions,
        Collection<Sourced<StockLevel>> stockLevels,
        List<Sourced<IntakeRefused>> refusals,
        List<IgnoredMessage> ignored) {

    /**
     * A message that changes nothing.
     *
     * @param message which.
     * @param reason one of a small, fixed set.
     */
    public record IgnoredMessage(Incoming message, String reason) {}

    /** Rows that will be written, positions apart. */
    public int rows() {
        int lines =
                placed.stream().mapToInt(order -> order.placed().lines().size()).sum();
        return placed.size()
                + lines
                + changed.size()
                + events.size()
                + payments.size()
                + notifications.size()
                + stockDecisions.size()
                + stockLevels.size()
                + refusals.size();
    }
}
