package dev.orderbackbone.orderevents.adapter.http;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was submitted lately under which order id, so that the same idempotency key with other content is answered at once. Two
 * generations: when the younger is full it becomes the elder, and the elder is forgotten. Thread-safe; a courtesy only, the saga decides.
 */
final class RecentOrders {
    private final int generationSize;
    private volatile Map<String, Long> young = new ConcurrentHashMap<>();
    private volatile Map<String, Long> old = Map.of();

    /** Remembers between {@code generationSize} and twice as many orders. */
    RecentOrders(int generationSize) {
        this.generationSize = generationSize;
    }

    OptionalLong contentHashOf(String orderId) {
        Long hash = young.get(orderId);
        if (hash == null) {
            hash = old.get(orderId);
        }
        return hash == null ? OptionalLong.empty() : OptionalLong.of(hash);
    }

    void remember(String orderId, long contentHash) {
        if (young.size() >= generationSize) {
            turn();
        }
        young.putIfAbsent(orderId, contentHash);
    }

    private synchronized void turn() {
        if (young.size() >= generationSize) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
