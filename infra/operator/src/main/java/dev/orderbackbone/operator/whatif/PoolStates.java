package dev.orderbackbone.operator.whatif;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.inventory.domain.PoolView;
import dev.orderbackbone.inventory.domain.Reservation;
import dev.orderbackbone.inventory.domain.Reservation.Status;
import dev.orderbackbone.inventory.domain.Stock;
import dev.orderbackbone.inventory.domain.Subjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What pools hold, in memory: of a command's pool the part that it concerns is taken out, and put back as it was decided. One thread. */
final class PoolStates {
    private final Map<InPool, Stock> stock = new HashMap<>();
    private final Map<InPool, Reservation> reservations = new HashMap<>();
    private final Set<InPool> documents = new HashSet<>();
    private final Map<String, Long> sequences = new HashMap<>();

    /** A SKU, an order or a document of a pool. */
    private record InPool(String pool, String what) {}

    /** The part of the pool that the command concerns. */
    PoolView viewOf(String pool, InventoryCommand command) {
        String subject = Subjects.subjectOf(command);
        boolean concernsOrder = Subjects.concernsOrder(command);
        Reservation reservation = concernsOrder ? reservations.get(new InPool(pool, subject)) : null;
        Map<String, Stock> skus =
                Subjects.skusOf(command, reservation).stream().collect(toMap(identity(), sku -> stockOf(pool, sku)));
        boolean seen = !concernsOrder && documents.contains(new InPool(pool, subject));
        return new PoolView(pool, sequences.getOrDefault(pool, 0L), subject, skus, reservation, seen);
    }

    /** As a decision has it. */
    void save(PoolView decided) {
        String pool = decided.pool();
        sequences.put(pool, decided.sequence());
        decided.stock().forEach((sku, held) -> stock.put(new InPool(pool, sku), held));
        InPool subject = new InPool(pool, decided.subject());
        Reservation reservation = decided.reservation();
        if (reservation == null) {
            documents.add(subject);
        } else {
            reservations.put(subject, reservation);
        }
    }

    /** As the log has it, where the present decider would have it otherwise: the pool goes on as it really did. */
    void save(PoolView before, List<Message> recorded) {
        for (Message message : recorded) {
            save(before, message);
        }
    }

    private void save(PoolView before, Message message) {
        String pool = before.pool();
        switch (message) {
            case StockReserved reserved -> {
                reserved.lines().forEach(line -> change(pool, line.sku(), 0, line.quantity()));
                keep(before, new Reservation(Status.RESERVED, reserved.lines(), List.of(), List.of()));
            }
            case StockRefused _ -> keep(before, new Reservation(Status.REFUSED, List.of(), List.of(), List.of()));
            case ReservationReleased released -> {
                released.lines().forEach(line -> change(pool, line.sku(), 0, -line.quantity()));
                Reservation held = heldBy(before);
                keep(before, new Reservation(Status.RELEASED, List.of(), held.shipments(), held.returns()));
            }
            case ReservationConsumed consumed -> {
                consumed.lines().forEach(line -> change(pool, line.sku(), -line.quantity(), -line.quantity()));
                Reservation held = heldBy(before);
                keep(
                        before,
                        new Reservation(
                                held.status(),
                                minus(held.open(), consumed.lines()),
                                with(held.shipments(), consumed.shipmentId()),
                                held.returns()));
            }
            case StockReturned returned -> {
                returned.lines().forEach(line -> change(pool, line.sku(), line.quantity(), 0));
                Reservation held = heldBy(before);
                keep(
                        before,
                        new Reservation(
                                held.status(),
                                held.open(),
                                held.shipments(),
                                with(held.returns(), returned.returnId())));
            }
            case StockReceived received -> {
                change(pool, received.sku(), received.quantity(), 0);
                documents.add(new InPool(pool, before.subject()));
            }
            case StockAdjusted adjusted -> {
                change(pool, adjusted.sku(), adjusted.appliedDelta(), 0);
                documents.add(new InPool(pool, before.subject()));
            }
            default ->
                throw new IllegalArgumentException(
                        "no pool writes " + message.getClass().getSimpleName());
        }
        sequences.merge(pool, 1L, Long::sum);
    }

    private static Reservation heldBy(PoolView before) {
        Reservation held = before.reservation();
        return held == null ? new Reservation(Status.RESERVED, List.of(), List.of(), List.of()) : held;
    }

    private void keep(PoolView before, Reservation reservation) {
        reservations.put(new InPool(before.pool(), before.subject()), reservation);
    }

    private void change(String pool, String sku, long onHand, long reserved) {
        Stock held = stockOf(pool, sku);
        stock.put(new InPool(pool, sku), new Stock(held.onHand() + onHand, held.reserved() + reserved));
    }

    private Stock stockOf(String pool, String sku) {
        return stock.getOrDefault(new InPool(pool, sku), Stock.NONE);
    }

    private static List<StockLine> minus(List<StockLine> open, List<StockLine> taken) {
        Map<String, Integer> gone = taken.stream().collect(toMap(StockLine::sku, StockLine::quantity));
        return open.stream()
                .map(line -> new StockLine(line.sku(), line.quantity() - gone.getOrDefault(line.sku(), 0)))
                .filter(line -> line.quantity() > 0)
                .toList();
    }

    private static List<String> with(List<String> ids, String id) {
        List<String> more = new ArrayList<>(ids);
        more.add(id);
        return List.copyOf(more);
    }
}
