package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.ContentHash;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A submission becomes an order, once, and asks every stock pool for its goods. */
final class Placing {
    private Placing() {}

    static Decision<Order> place(OrderSubmitted submitted, Turn turn) {
        Order order = orderOf(submitted, turn);
        turn.publish(meta -> new OrderPlaced(
                meta,
                submitted.idempotencyKey(),
                order.terms().contentHash(),
                submitted.customerId(),
                submitted.contact(),
                submitted.country(),
                submitted.currency(),
                submitted.lines(),
                submitted.charges(),
                submitted.totalMinor(),
                submitted.orderedAt(),
                order.standing().confirmBy()));
        PoolQuantities wanted = new PoolQuantities();
        order.lines().forEach(line -> wanted.add(line, line.quantity()));
        wanted.forEach((reservation, lines) -> turn.command(meta ->
                new ReserveStock(meta, order.reservations().get(reservation).pool(), lines)));
        return turn.decided(order);
    }

    /** One order per id: the first submission stands. */
    static Decision<Order> again(Order order, OrderSubmitted submitted, Turn turn) {
        return ContentHash.of(submitted) == order.terms().contentHash()
                ? Decision.ignored(Why.REPEATED_SUBMISSION)
                : turn.refused(
                        order,
                        submitted,
                        new BrokenRule(
                                "other-content",
                                "/idempotencyKey",
                                "was used for an order with other content, which stands"));
    }

    private static Order orderOf(OrderSubmitted submitted, Turn turn) {
        long chargesMinor =
                submitted.charges().stream().mapToLong(Charge::amountMinor).sum();
        Terms terms = new Terms(
                submitted.meta().storeId(),
                ContentHash.of(submitted),
                submitted.currency(),
                chargesMinor,
                submitted.paymentMethod());
        Instant confirmBy = turn.now().plus(turn.settings().confirmWithin());
        Map<String, Integer> indexes = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>(submitted.lines().size());
        for (OrderLine line : submitted.lines()) {
            String pool = turn.settings().pools().poolOf(line.location(), line.sku());
            int index = indexes.computeIfAbsent(pool, unseen -> indexes.size());
            lines.add(new Line(line.sku(), index, line.quantity(), line.unitPriceMinor(), 0, 0));
        }
        return new Order(
                terms,
                Standing.placed(confirmBy, turn.cause()),
                List.copyOf(lines),
                indexes.keySet().stream().map(Reservation::requested).toList(),
                Payment.NONE,
                List.of(),
                List.of());
    }
}
