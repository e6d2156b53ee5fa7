package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.inventory.ConsumeReservation;
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
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.operator.verify.history.Plot.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** An order's goods in the stock pools: the saga's side and the pools'. */
final class Reserving {
    private final Story story;
    private final Map<String, Map<String, Integer>> held = new LinkedHashMap<>();

    Reserving(Story story) {
        this.story = story;
    }

    /** What a pool was asked to reserve. */
    private record Asked(Pool pool, List<StockLine> lines, UUID command) {}

    void ask(UUID cause) {
        Map<String, List<StockLine>> byPool = story.cart.byPool(story.cart.everything());
        Join join = new Join(byPool.size(), this::answered);
        List<Asked> asked = new ArrayList<>();
        byPool.forEach((pool, lines) -> asked.add(new Asked(
                story.world.pool(pool), lines, story.world.write(new ReserveStock(story.caused(cause), pool, lines)))));
        if (story.plot.has(Turn.EXPIRE)) {
            story.then(() -> expire(asked, cause));
        } else {
            asked.forEach(one -> story.then(() -> join.done(reserve(one))));
        }
    }

    /** Gives back all that is still held; goes on when every pool has answered. */
    void releaseAll(UUID cause, Consumer<UUID> then) {
        List<String> pools = List.copyOf(held.keySet());
        Join join = new Join(pools.size(), then);
        for (String pool : pools) {
            UUID command = story.world.write(new ReleaseReservation(story.caused(cause), pool));
            story.then(() -> join.done(release(story.world.pool(pool), command)));
        }
        if (pools.isEmpty()) {
            then.accept(cause);
        }
    }

    boolean holdsAnything() {
        return !held.isEmpty();
    }

    void consume(String shipmentId, Map<String, List<StockLine>> byPool, UUID cause, Consumer<UUID> then) {
        Join join = new Join(byPool.size(), then);
        byPool.forEach((name, lines) -> {
            UUID command = story.world.write(new ConsumeReservation(story.caused(cause), name, shipmentId, lines));
            story.then(() -> join.done(consume(story.world.pool(name), shipmentId, lines, command)));
        });
    }

    void takeBack(String returnId, Map<String, List<StockLine>> byPool, UUID cause) {
        byPool.forEach((name, lines) -> {
            UUID command = story.world.write(new ReturnStock(story.caused(cause), name, returnId, lines));
            story.then(() -> {
                Pool pool = story.world.pool(name);
                lines.forEach(line -> pool.add(line.sku(), line.quantity()));
                story.world.write(new StockReturned(story.caused(command), name, pool.nextSequence(), returnId, lines));
            });
        });
    }

    private void expire(List<Asked> asked, UUID cause) {
        Join join = new Join(asked.size(), story.cancelling::end);
        story.cancelling.begin(CancellationReason.EXPIRED, cause);
        for (Asked one : asked) {
            UUID command = story.world.write(new ReleaseReservation(story.caused(cause), one.pool().name));
            story.then(() -> {
                UUID answer = reserve(one);
                story.then(() -> join.done(held.containsKey(one.pool().name) ? release(one.pool(), command) : answer));
            });
        }
    }

    private void answered(UUID cause) {
        int pools = story.cart.byPool(story.cart.everything()).size();
        if (held.size() == pools) {
            story.paying.authorise(cause);
        } else if (held.isEmpty()) {
            UUID rejected = story.tell(
                    cause,
                    OrderStatus.REJECTED,
                    meta -> new OrderRejected(meta, CancellationReason.OUT_OF_STOCK, "short"));
            story.telling.rejected(rejected);
        } else {
            story.cancelling.begin(CancellationReason.OUT_OF_STOCK, cause);
            releaseAll(cause, story.cancelling::end);
        }
    }

    private UUID reserve(Asked asked) {
        Pool pool = asked.pool();
        List<StockLine> lines = asked.lines();
        UUID command = asked.command();
        List<Shortage> shortages = new ArrayList<>();
        for (StockLine line : lines) {
            if (line.quantity() > pool.available(line.sku())) {
                shortages.add(new Shortage(line.sku(), line.quantity(), pool.available(line.sku())));
            }
        }
        if (!shortages.isEmpty()) {
            return story.world.write(
                    new StockRefused(story.caused(command), pool.name, pool.nextSequence(), shortages));
        }
        Map<String, Integer> units = new HashMap<>();
        lines.forEach(line -> {
            pool.hold(line.sku(), line.quantity());
            units.put(line.sku(), line.quantity());
        });
        held.put(pool.name, units);
        UUID event = story.world.write(new StockReserved(story.caused(command), pool.name, pool.nextSequence(), lines));
        if (story.world.random.nextInt(4) == 0) {
            story.world.tellLevel(pool, lines.getFirst().sku());
        }
        return event;
    }

    private UUID release(Pool pool, UUID command) {
        List<StockLine> lines = new ArrayList<>();
        Map<String, Integer> units = Objects.requireNonNull(held.remove(pool.name));
        units.forEach((sku, quantity) -> {
            if (quantity > 0) {
                pool.hold(sku, -quantity);
                lines.add(new StockLine(sku, quantity));
            }
        });
        return story.world.write(new ReservationReleased(story.caused(command), pool.name, pool.nextSequence(), lines));
    }

    private UUID consume(Pool pool, String shipmentId, List<StockLine> lines, UUID command) {
        Map<String, Integer> units = Objects.requireNonNull(held.get(pool.name));
        lines.forEach(line -> {
            pool.add(line.sku(), -line.quantity());
            pool.hold(line.sku(), -line.quantity());
            units.merge(line.sku(), -line.quantity(), Integer::sum);
        });
        return story.world.write(
                new ReservationConsumed(story.caused(command), pool.name, pool.nextSequence(), shipmentId, lines));
    }
}
