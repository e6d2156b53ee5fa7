package dev.orderbackbone.simulators.warehouse;

import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.ShippedLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What is in the open orders, and which of them are to leave. Pure: no clock, no I/O. For one thread. */
final class Warehouse {
    private final Packing packing;
    private final Duration delay;
    private final Map<String, OpenOrder> open = new HashMap<>();
    /** By order, those due first standing first, as all of them wait equally long. */
    private final SequencedMap<String, Dispatch> waiting = new LinkedHashMap<>();

    private static final class OpenOrder {
        private final int[] quantities;
        private long unitsToShip;

        OpenOrder(List<OrderLine> lines) {
            quantities = lines.stream().mapToInt(OrderLine::quantity).toArray();
            unitsToShip = lines.stream().mapToLong(OrderLine::quantity).sum();
        }
    }

    Warehouse(Packing packing, Duration delay) {
        this.packing = packing;
        this.delay = delay;
    }

    /**
     * Takes notice of an event.
     *
     * @param isDone whether what it asks for was done before a restart.
     */
    void see(OrderEvent event, int partition, long offset, boolean isDone, Instant now) {
        String orderId = event.meta().orderId();
        switch (event) {
            case OrderPlaced placed -> open.put(orderId, new OpenOrder(placed.lines()));
            case OrderConfirmed _ -> dispatch(orderId, partition, offset, isDone, now);
            case OrderReleased released -> {
                // What was sent while the order was held may have been refused: it is sent again, and recognised if it
                // was not.
                if (released.resumed() == OrderStatus.CONFIRMED || released.resumed() == OrderStatus.PROCESSING) {
                    dispatch(orderId, partition, offset, isDone, now);
                }
            }
            case OrderHeld _ -> waiting.remove(orderId);
            case OrderShipped shipped -> shipped(orderId, shipped);
            case OrderCancelling _, OrderRejected _, OrderCancelled _, OrderExpired _, OrderCompleted _ ->
                forget(orderId);
            case OrderReturned _ -> {}
        }
    }

    /** What is to leave now, in the order in which it came. It goes on waiting until {@link #sent}. */
    List<Dispatch> due(Instant now) {
        List<Dispatch> due = new ArrayList<>();
        for (Dispatch dispatch : waiting.values()) {
            if (dispatch.due().isAfter(now)) {
                break;
            }
            due.add(dispatch);
        }
        return due;
    }

    /** It has left. */
    void sent(Dispatch dispatch) {
        waiting.remove(dispatch.orderId(), dispatch);
    }

    /**
     * Up to where a partition has been dealt with.
     *
     * @param next the next offset to be read.
     */
    long doneUpTo(int partition, long next) {
        return waiting.values().stream()
                .filter(dispatch -> dispatch.partition() == partition)
                .mapToLong(Dispatch::offset)
                .min()
                .orElse(next);
    }

    int openOrders() {
        return open.size();
    }

    int waitingOrders() {
        return waiting.size();
    }

    private void dispatch(String orderId, int partition, long offset, boolean isDone, Instant now) {
        OpenOrder order = open.get(orderId);
        if (order != null && !isDone) {
            waiting.putLast(
                    orderId,
                    new Dispatch(orderId, partition, offset, now.plus(delay), packing.of(orderId, order.quantities)));
        }
    }

    private void shipped(String orderId, OrderShipped shipped) {
        OpenOrder order = open.get(orderId);
        if (order != null) {
            order.unitsToShip -=
                    shipped.lines().stream().mapToLong(ShippedLine::quantity).sum();
            if (order.unitsToShip <= 0) {
                forget(orderId);
            }
        }
    }

    private void forget(String orderId) {
        open.remove(orderId);
        waiting.remove(orderId);
    }
}
