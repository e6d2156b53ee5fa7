package dev.orderbackbone.inventory.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which SKUs have changed since their level was told. It lives in memory only: after a start every SKU counts as changed, so a level that
 * a crash has swallowed is told then.
 */
final class ChangedSkus {
    private final Map<String, Set<String>> byPool = new HashMap<>();

    void add(String pool, String sku) {
        byPool.computeIfAbsent(pool, name -> new LinkedHashSet<>()).add(sku);
    }

    boolean has(String pool) {
        return byPool.containsKey(pool);
    }

    Set<String> pools() {
        return byPool.keySet();
    }

    /** Takes out at most {@code limit} SKUs of a pool, those that have waited longest. */
    List<String> take(String pool, int limit) {
        Set<String> changed = byPool.getOrDefault(pool, Set.of());
        List<String> taken = new ArrayList<>();
        Iterator<String> skus = changed.iterator();
        while (skus.hasNext() && taken.size() < limit) {
            taken.add(skus.next());
            skus.remove();
        }
        if (changed.isEmpty()) {
            byPool.remove(pool);
        }
        return taken;
    }
}
