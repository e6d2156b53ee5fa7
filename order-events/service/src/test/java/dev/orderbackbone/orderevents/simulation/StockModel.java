package dev.orderbackbone.orderevents.simulation;

import static dev.orderbackbone.orderevents.simulation.LawBroken.unless;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** One stock pool as the saga may rely on it: atomic, idempotent, and it answers to everything once. */
final class StockModel {
    private final String pool;
    private final Map<String, Integer> initial;
    private final Map<String, Integer> onHand;
    private final Map<String, Holding> byOrder = new HashMap<>();
    private final Function<String, Meta> metas;
    private final Consumer<InventoryEvent> answers;
    private long sequence;

    StockModel(
            String pool, Map<String, Integer> initial, Function<String, Meta> metas, Consumer<InventoryEvent> answers) {
        this.pool = pool;
        this.initial = initial;
        this.onHand = new HashMap<>(initial);
        this.metas = metas;
        this.answers = answers;
    }

    /** What the pool knows of one order. */
    private static final class Holding {
        final Map<String, Integer> open = new HashMap<>();
        final Map<String, Integer> consumed = new HashMap<>();
        final Map<String, Integer> returned = new HashMap<>();
        final Set<String> documents = new HashSet<>();
        boolean isRefused;
        boolean isReleased;
    }

    void receive(InventoryCommand command) {
        String orderId = command.meta().orderId();
        Meta meta = metas.apply(orderId);
        Holding known = byOrder.get(orderId);
        switch (command) {
            case ReserveStock reserve -> {
                if (known == null) {
                    reserve(reserve, meta);
                }
            }
            case ReleaseReservation _ -> {
                if (known != null && !known.isRefused && !known.isReleased) {
                    known.isReleased = true;
                    List<StockLine> lines = lines(known.open);
                    known.open.clear();
                    answers.accept(new ReservationReleased(meta, pool, ++sequence, lines));
                }
            }
            case ConsumeReservation consume -> {
                unless(known != null, "consumes from ", pool, ", which was never asked to reserve");
                if (known != null && known.documents.add("shipment " + consume.shipmentId())) {
                    consume.lines().forEach(line -> consume(known, line));
                    answers.accept(
                            new ReservationConsumed(meta, pool, ++sequence, consume.shipmentId(), consume.lines()));
                }
            }
            case ReturnStock back -> {
                unless(known != null, "returns to ", pool, ", which was never asked to reserve");
                if (known != null && known.documents.add("return " + back.returnId())) {
                    back.lines().forEach(line -> takeBack(known, line));
                    answers.accept(new StockReturned(meta, pool, ++sequence, back.returnId(), back.lines()));
                }
            }
            case ReceiveStock _, AdjustStock _ -> throw new LawBroken("the saga told a pool to change its stock");
        }
        checkLevels();
    }

    private void reserve(ReserveStock reserve, Meta meta) {
        Holding holding = new Holding();
        byOrder.put(reserve.meta().orderId(), holding);
        List<Shortage> shortages = reserve.lines().stream()
                .filter(line -> available(line.sku()) < line.quantity())
                .map(line -> new Shortage(line.sku(), line.quantity(), available(line.sku())))
                .toList();
        if (shortages.isEmpty()) {
            reserve.lines()
                    .forEach(line -> unless(
                            holding.open.put(line.sku(), line.quantity()) == null, "names a SKU twice in one command"));
            answers.accept(new StockReserved(meta, pool, ++sequence, reserve.lines()));
        } else {
            holding.isRefused = true;
            answers.accept(new StockRefused(meta, pool, ++sequence, shortages));
        }
    }

    private void consume(Holding holding, StockLine line) {
        int open = holding.open.getOrDefault(line.sku(), 0);
        unless(line.quantity() <= open, "consumes ", line, " of ", open, " reserved in ", pool);
        holding.open.put(line.sku(), open - line.quantity());
        holding.consumed.merge(line.sku(), line.quantity(), Integer::sum);
        onHand.merge(line.sku(), -line.quantity(), Integer::sum);
    }

    private void takeBack(Holding holding, StockLine line) {
        int back = holding.returned.merge(line.sku(), line.quantity(), Integer::sum);
        unless(back <= holding.consumed.getOrDefault(line.sku(), 0), "takes back more than left ", pool);
        onHand.merge(line.sku(), line.quantity(), Integer::sum);
    }

    /** Units that the pool holds for the order, by SKU. */
    Map<String, Integer> open(String orderId) {
        Holding holding = byOrder.get(orderId);
        Map<String, Integer> open = new HashMap<>(holding == null ? Map.of() : holding.open);
        open.values().removeIf(units -> units == 0);
        return open;
    }

    Map<String, Integer> consumed(String orderId) {
        Holding holding = byOrder.get(orderId);
        return holding == null ? Map.of() : holding.consumed;
    }

    Map<String, Integer> returned(String orderId) {
        Holding holding = byOrder.get(orderId);
        return holding == null ? Map.of() : holding.returned;
    }

    String pool() {
        return pool;
    }

    private int available(String sku) {
        int reserved = byOrder.values().stream()
                .mapToInt(holding -> holding.open.getOrDefault(sku, 0))
                .sum();
        return onHand.getOrDefault(sku, 0) - reserved;
    }

    /** I7: nothing is promised that is not there, and every unit is accounted for. */
    private void checkLevels() {
        for (String sku : initial.keySet()) {
            unless(available(sku) >= 0, pool, " is oversold of ", sku);
            int moved = byOrder.values().stream()
                    .mapToInt(holding -> holding.returned.getOrDefault(sku, 0) - holding.consumed.getOrDefault(sku, 0))
                    .sum();
            unless(onHand.getOrDefault(sku, 0) == initial.getOrDefault(sku, 0) + moved, pool, " lost ", sku);
        }
    }

    private static List<StockLine> lines(Map<String, Integer> units) {
        return units.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new StockLine(entry.getKey(), entry.getValue()))
                .toList();
    }
}
