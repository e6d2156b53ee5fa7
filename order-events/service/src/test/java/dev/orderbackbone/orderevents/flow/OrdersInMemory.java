package dev.orderbackbone.orderevents.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A read model in memory. */
public final class OrdersInMemory implements OrderReader {
    private final Map<String, OrderView> orders = new ConcurrentHashMap<>();
    private final Map<String, Long> contentHashes = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean down;

    @Override
    public Optional<OrderView> find(String orderId) {
        ask();
        return Optional.ofNullable(orders.get(orderId));
    }

    @Override
    public Map<String, Long> contentHashesOf(Collection<String> orderIds) {
        ask();
        Map<String, Long> known = new HashMap<>(contentHashes);
        known.keySet().retainAll(orderIds);
        return known;
    }

    /** Adds an order. */
    public void put(String orderId, OrderView order) {
        orders.put(orderId, order);
    }

    /** Adds what was submitted once. */
    public void put(String orderId, long contentHash) {
        contentHashes.put(orderId, contentHash);
    }

    /** Lets it answer nothing from now on. */
    public void goDown() {
        down = true;
    }

    /** How often it was asked since the last reset. */
    public int asked() {
        return asked.get();
    }

    /** Lets it forget everything, and answer. */
    public void reset() {
        orders.clear();
        contentHashes.clear();
        asked.set(0);
        down = false;
    }

    private void ask() {
        asked.incrementAndGet();
        if (down) {
            throw new ReadModelUnavailable(new IllegalStateException("down, says the test"));
        }
    }
}
