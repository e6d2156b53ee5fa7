package dev.orderbackbone.operator.verify.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers SKUs 0, 1, ... Thread-safe; a desk asks through a {@link Cache} of its own. */
final class SkuNames {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    synchronized int numberOf(String sku) {
        Integer number = numbers.putIfAbsent(sku, names.size());
        if (number != null) {
            return number;
        }
        names.add(sku);
        return names.size() - 1;
    }

    synchronized String nameOf(int number) {
        return names.get(number);
    }

    synchronized int size() {
        return names.size();
    }

    /** What one thread has asked for before. */
    final class Cache {
        private final Map<String, Integer> known = new HashMap<>();

        int numberOf(String sku) {
            return known.computeIfAbsent(sku, SkuNames.this::numberOf);
        }
    }
}
