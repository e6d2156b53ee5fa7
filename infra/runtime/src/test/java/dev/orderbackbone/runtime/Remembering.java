package dev.orderbackbone.runtime;

import static dev.orderbackbone.runtime.CallLog.orderOf;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Approves everything and remembers which deliveries there were of orders that are named so. */
final class Remembering implements Effect<GatewayCall> {
    private final String orders;
    private final Map<String, List<Delivery>> deliveries = new TreeMap<>();

    Remembering(String orders) {
        this.orders = orders;
    }

    @Override
    public Instant deadlineOf(GatewayCall request) {
        return request.answerBy();
    }

    @Override
    public Message perform(GatewayCall request, Delivery delivery) {
        note(request, delivery);
        return CallLog.approved(request);
    }

    void note(GatewayCall request, Delivery delivery) {
        if (orderOf(request).startsWith(orders)) {
            synchronized (deliveries) {
                deliveries
                        .computeIfAbsent(orderOf(request), any -> new ArrayList<>())
                        .add(delivery);
            }
        }
    }

    /** By order. */
    Map<String, List<Delivery>> deliveries() {
        synchronized (deliveries) {
            Map<String, List<Delivery>> copy = new TreeMap<>();
            deliveries.forEach((order, all) -> copy.put(order, List.copyOf(all)));
            return copy;
        }
    }

    int orders() {
        return deliveries().size();
    }
}
