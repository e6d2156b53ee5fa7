package dev.orderbackbone.operator.verify.history;

import java.util.HashMap;
import java.util.Map;

/** A stock pool of the world. */
final class Pool {
    final String name;
    final Map<String, Long> onHand = new HashMap<>();
    final Map<String, Long> reserved = new HashMap<>();
    private long sequence;

    Pool(String name) {
        this.name = name;
    }

    long nextSequence() {
        return ++sequence;
    }

    long sequence() {
        return sequence;
    }

    long onHand(String sku) {
        return onHand.getOrDefault(sku, 0L);
    }

    long reserved(String sku) {
        return reserved.getOrDefault(sku, 0L);
    }

    long available(String sku) {
        return onHand(sku) - reserved(sku);
    }

    void add(String sku, long units) {
        onHand.merge(sku, units, Long::sum);
    }

    void hold(String sku, long units) {
        reserved.merge(sku, units, Long::sum);
    }
}
