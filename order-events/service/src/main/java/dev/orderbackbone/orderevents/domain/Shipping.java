package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.order.ContentHash;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods leave: the stock is consumed, their amount is captured, and when all of it is done the order is complete. */
final class Shipping {
    /** Most shipments of an order: each is remembered, to know a repetition. */
    static final int MOST_SHIPMENTS = 250;

    /** From so many answers of pools on that are waited for, no shipment is taken: all of them are remembered in the order's one record. */
    static final int MOST_UNCONSUMED = 20_000;

    private static final String CLOSED = "order-closed";

    private Shipping() {}

    static Decision<Order> dispatched(Order order, ShipmentDispatched shipment, Turn turn) {
        long contentHash = ContentHash.of(shipment);
        Shipment known = order.shipment(shipment.shipmentId());
        if (known != null && known.contentHash() == contentHash) {
            return Decision.ignored(Why.DUPLICATE);
        }
        BrokenRule broken = known == null ? firstBroken(order, shipment) : otherContent();
        return broken == null
                ? NextStep.after(ship(order, shipment, contentHash, turn), turn)
                : turn.refused(order, shipment, broken);
    }

    static Decision<Order> consumed(Order order, ReservationConsumed answer, Turn turn) {
        Shipment shipment = order.shipment(answer.shipmentId());
        int reservation = order.reservationIn(answer.pool());
        if (shipment == null || reservation < 0) {
            return Decision.ignored(Why.NOT_ASKED);
        }
        return shipment.unconsumed().contains(reservation)
                ? NextStep.after(order.with(shipment.consumedBy(reservation)), turn)
                : Decision.ignored(Why.DUPLICATE);
    }

    static Order completeWhenDone(Order order, Turn turn) {
        boolean isDone = order.everythingShipped()
                && order.everythingConsumed()
                && order.payment().allCaptured();
        return isDone ? complete(order, turn) : order;
    }

    static Order complete(Order order, Turn turn) {
        turn.publish(meta -> new OrderCompleted(meta, order.shippedMinor()));
        return order.with(order.standing().in(OrderStatus.COMPLETED));
    }

    private static Order ship(Order order, ShipmentDispatched dispatched, long contentHash, Turn turn) {
        List<Line> lines = new ArrayList<>(order.lines());
        PoolQuantities taken = new PoolQuantities();
        for (Units units : Units.of(dispatched)) {
            Line line = units.in(lines);
            lines.set(units.lineNumber() - 1, line.ship(units.quantity()));
            taken.add(line, units.quantity());
        }
        Shipment shipment = new Shipment(dispatched.shipmentId(), contentHash, List.copyOf(taken.reservations()));
        Order shipped = order.withLines(lines).with(shipment).with(underWay(order.standing()));
        long amountMinor = shipped.shippedMinor() - order.shippedMinor();
        turn.publish(meta -> new OrderShipped(
                meta,
                dispatched.shipmentId(),
                dispatched.lines(),
                amountMinor,
                dispatched.carrier(),
                dispatched.trackingCode()));
        taken.forEach((reservation, stock) -> turn.command(meta -> new ConsumeReservation(
                meta, order.reservations().get(reservation).pool(), shipment.shipmentId(), stock)));
        return Capturing.shipment(shipped, shipment.shipmentId(), amountMinor, turn);
    }

    private static Standing underWay(Standing standing) {
        return standing.status() == OrderStatus.HELD
                ? standing.heldFrom(OrderStatus.PROCESSING)
                : standing.in(OrderStatus.PROCESSING);
    }

    private static @Nullable BrokenRule firstBroken(Order order, ShipmentDispatched shipment) {
        BrokenRule state = brokenByState(order);
        if (state != null) {
            return state;
        }
        if (order.unconsumed() >= MOST_UNCONSUMED) {
            return new BrokenRule(
                    "shipments-under-way",
                    "/lines",
                    "the stock of earlier shipments is still being taken: send it later");
        }
        return order.shipments().size() >= MOST_SHIPMENTS
                ? new BrokenRule("shipments-limit", "/shipmentId", "the order has " + MOST_SHIPMENTS + " shipments")
                : Units.firstBeyond(Units.of(shipment), order.lines(), Line::unshipped, "exceeds-unshipped");
    }

    /** Goods that left while only the payment is unclear are a fact; an operator's hold forbids it. */
    private static @Nullable BrokenRule brokenByState(Order order) {
        Standing standing = order.standing();
        OrderStatus status = order.status() == OrderStatus.HELD ? standing.heldFrom() : order.status();
        return switch (status) {
            case PENDING -> new BrokenRule("order-not-confirmed", "", "the order is not confirmed yet");
            case CONFIRMED, PROCESSING ->
                standing.heldByOperator() ? new BrokenRule("order-held", "", "an operator holds the order") : null;
            case CANCELLING, COMPLETED, CANCELLED, EXPIRED, REJECTED, HELD, UNKNOWN ->
                new BrokenRule(CLOSED, "", "the order is " + order.status());
            case null -> throw new IllegalStateException("a held order has a state to go back to");
        };
    }

    private static BrokenRule otherContent() {
        return new BrokenRule(
                "other-content", "/shipmentId", "was used for a shipment with other content, which stands");
    }
}
