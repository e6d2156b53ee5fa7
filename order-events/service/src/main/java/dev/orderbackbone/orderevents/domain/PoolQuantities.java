package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.inventory.StockLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Quantities of order lines summed up as stock pools want them: by pool, each SKU once. */
final class PoolQuantities {
    private final Map<Integer, Map<String, Integer>> unitsByReservation = new TreeMap<>();

    void add(Line line, int units) {
        unitsByReservation
                .computeIfAbsent(line.reservation(), unseen -> new LinkedHashMap<>())
                .merge(line.sku(), units, Math::addExact);
    }

    /** Indexes of the reservations concerned. */
    Set<Integer> reservations() {
        return unitsByReservation.keySet();
    }

    /** Visits the reservations in the order of their indexes. */
    void forEach(BiConsumer<Integer, List<StockLine>> visitor) {
        unitsByReservation.forEach((reservation, units) -> visitor.accept(reservation, stockLines(units)));
    }

    private static List<StockLine> stockLines(Map<String, Integer> units) {
        return units.entrySet().stream()
                .map(entry -> new StockLine(entry.getKey(), entry.getValue()))
                .toList();
    }
}
