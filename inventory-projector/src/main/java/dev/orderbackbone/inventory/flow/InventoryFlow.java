package dev.orderbackbone.inventory.flow;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.inventory.domain.PoolView;
import dev.orderbackbone.inventory.domain.Reservation;
import dev.orderbackbone.inventory.domain.Stock;
import dev.orderbackbone.inventory.domain.StockDecider;
import dev.orderbackbone.inventory.domain.StockLevels;
import dev.orderbackbone.inventory.domain.Subjects;
import dev.orderbackbone.runtime.Flow;
import dev.orderbackbone.schemas.MessageKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * The stock pools of one task. A pool with changed SKUs is due at once, which is at the next tick of the runtime's timer: that is how
 * levels are told once per tick and not once per command.
 */
public final class InventoryFlow implements Flow<PoolView> {
    private static final Instant AT_NEXT_TICK = Instant.EPOCH;
    private static final String NO_SUBJECT = "";
    private static final int MOST_LEVELS_AT_ONCE = 5_000;

    private final ChangedSkus changed = new ChangedSkus();
    private @Nullable PoolStores stores;

    @Override
    public void open(ProcessorContext<byte[], byte[]> context) {
        stores = PoolStores.open(context);
    }

    @Override
    public PoolView load(String key, Message input) {
        InventoryCommand command = (InventoryCommand) input;
        String subject = Subjects.subjectOf(command);
        boolean concernsOrder = Subjects.concernsOrder(command);
        Reservation reservation = concernsOrder ? stores().reservationOf(key, subject) : null;
        boolean seen = !concernsOrder && stores().hasSeen(key, subject);
        Map<String, Stock> stock = stockOf(key, Subjects.skusOf(command, reservation));
        return new PoolView(key, stores().sequenceOf(key), subject, stock, reservation, seen);
    }

    @Override
    public Decision<PoolView> decide(@Nullable PoolView state, String key, Message input, Instant now) {
        // Two partitions must never decide on one pool, nor may two pools share a SKU's place in the store.
        if (!MessageKey.of(input).equals(key)) {
            return Decision.ignored("key-is-not-pool");
        }
        if (key.indexOf(PoolStores.SEPARATOR) >= 0) {
            return Decision.ignored("malformed-pool");
        }
        PoolView view = state == null ? load(key, input) : state;
        return StockDecider.decide(view, (InventoryCommand) input, now);
    }

    /** A command that cannot be decided on changes no stock, so only those about the same order, receipt or adjustment depend on it. */
    @Override
    public String lineOf(String key, Message input) {
        return key + PoolStores.SEPARATOR + Subjects.subjectOf((InventoryCommand) input);
    }

    /** A type of a newer release names the order that it concerns, and nothing else that is known here. */
    @Override
    public @Nullable String lineOfUnknown(String key, @Nullable String orderId) {
        return orderId == null ? null : key + PoolStores.SEPARATOR + orderId;
    }

    @Override
    public void save(String key, PoolView state) {
        if (state.subject().equals(NO_SUBJECT)) {
            return;
        }
        stores().putSequence(key, state.sequence());
        state.stock().forEach((sku, stock) -> {
            stores().putStock(key, sku, stock);
            changed.add(key, sku);
        });
        Reservation reservation = state.reservation();
        if (reservation == null) {
            stores().putSeen(key, state.subject(), state.sequence());
        } else {
            stores().putReservation(key, state.subject(), reservation);
        }
    }

    @Override
    public @Nullable Instant deadlineOf(PoolView state) {
        return changed.has(state.pool()) ? AT_NEXT_TICK : null;
    }

    @Override
    public void forEachState(BiConsumer<String, PoolView> visitor) {
        stores().forEachSku(changed::add);
        List.copyOf(changed.pools()).forEach(pool -> visitor.accept(pool, levels(pool, Map.of())));
    }

    @Override
    public PoolView loadDue(String key) {
        return levels(key, stockOf(key, changed.take(key, MOST_LEVELS_AT_ONCE)));
    }

    /** Tells levels. There is nothing to store; the state says by its pool alone whether there are more to tell at the next tick. */
    @Override
    public Decision<PoolView> decideDue(PoolView state, String key, Instant now) {
        return Decision.decided(levels(key, Map.of()), StockLevels.of(state, now));
    }

    private PoolView levels(String pool, Map<String, Stock> stock) {
        return new PoolView(pool, stores().sequenceOf(pool), NO_SUBJECT, stock, null, false);
    }

    private Map<String, Stock> stockOf(String pool, List<String> skus) {
        return skus.stream().collect(toMap(identity(), sku -> stores().stockOf(pool, sku)));
    }

    private PoolStores stores() {
        if (stores == null) {
            throw new IllegalStateException("used before open");
        }
        return stores;
    }
}
