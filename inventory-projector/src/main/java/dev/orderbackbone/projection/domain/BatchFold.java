package dev.orderbackbone.projection.domain;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.StockEvent;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.notification.NotificationEvent;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.projection.domain.Changes.IgnoredMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds a batch: all messages of one row become one change of it. Used by one thread, for one batch. */
public final class BatchFold {
    /** An order's event that is already in its row. */
    public static final String REPEATED = "repeated";

    /** An event of an order whose first event has not been projected: it was parked, or never written. */
    public static final String UNKNOWN_ORDER = "unknown-order";

    /** A message of the backbone that no read model shows. */
    public static final String NOT_PROJECTED = "not-projected";

    private final Map<String, OrderProgress> stored;
    private final Map<String, OrderPlaced> placed = new LinkedHashMap<>();
    private final Map<String, OrderProgress> progress = new HashMap<>();
    private final List<Sourced<OrderEvent>> events = new ArrayList<>();
    private final List<Sourced<PaymentEvent>> payments = new ArrayList<>();
    private final Map<NotificationFact.Key, NotificationFact> notifications = new LinkedHashMap<>();
    private final List<StockFact> stockDecisions = new ArrayList<>();
    private final Map<Sku, Sourced<StockLevel>> stockLevels = new LinkedHashMap<>();
    private final List<Sourced<IntakeRefused>> refusals = new ArrayList<>();
    private final List<IgnoredMessage> ignored = new ArrayList<>();

    private BatchFold(Map<String, OrderProgress> stored) {
        this.stored = stored;
    }

    private record Sku(String pool, String sku) {}

    /** The orders whose stored progress the fold of this batch needs: those that it does not place itself. */
    public static Set<String> ordersToLoad(List<Incoming> batch) {
        Set<String> placedHere = new HashSet<>();
        Set<String> toLoad = new HashSet<>();
        for (Incoming incoming : batch) {
            if (incoming.message() instanceof OrderEvent event) {
                String orderId = event.meta().orderId();
                if (event instanceof OrderPlaced) {
                    placedHere.add(orderId);
                } else if (!placedHere.contains(orderId)) {
                    toLoad.add(orderId);
                }
            }
        }
        return toLoad;
    }

    /**
     * Folds.
     *
     * @param batch messages, those of one partition in the order of their offsets.
     * @param stored progress of the {@linkplain #ordersToLoad orders to load}, as far as they are stored.
     */
    public static Changes fold(List<Incoming> batch, Map<String, OrderProgress> stored) {
        BatchFold fold = new BatchFold(stored);
        batch.forEach(fold::add);
        return fold.changes();
    }

    private void add(Incoming incoming) {
        Source source = incoming.source();
        switch (incoming.message()) {
            case OrderEvent event -> addOrderEvent(event, incoming);
            case PaymentEvent event -> payments.add(new Sourced<>(event, source));
            case NotificationEvent event -> {
                NotificationFact fact = NotificationFact.of(event, source);
                notifications.merge(fact.key(), fact, NotificationFact::followedBy);
            }
            case InventoryEvent event -> stockDecisions.add(StockFact.of(event, source));
            case StockEvent event -> stockDecisions.add(StockFact.of(event, source));
            case StockLevel level -> stockLevels.put(new Sku(level.pool(), level.sku()), new Sourced<>(level, source));
            case IntakeRefused refusal -> refusals.add(new Sourced<>(refusal, source));
            case Message other -> ignored.add(new IgnoredMessage(incoming, NOT_PROJECTED));
        }
    }

    private void addOrderEvent(OrderEvent event, Incoming incoming) {
        String orderId = event.meta().orderId();
        OrderProgress before = progressOf(orderId);
        if (before != null && event.meta().sequence() <= before.last().sequence()) {
            ignored.add(new IgnoredMessage(incoming, REPEATED));
        } else if (before != null) {
            progress.put(orderId, OrderFold.next(before, event, incoming.source()));
            events.add(new Sourced<>(event, incoming.source()));
        } else if (event instanceof OrderPlaced first) {
            placed.put(orderId, first);
            progress.put(orderId, OrderFold.start(first, incoming.source()));
            events.add(new Sourced<>(event, incoming.source()));
        } else {
            ignored.add(new IgnoredMessage(incoming, UNKNOWN_ORDER));
        }
    }

    private @Nullable OrderProgress progressOf(String orderId) {
        OrderProgress inBatch = progress.get(orderId);
        return inBatch == null ? stored.get(orderId) : inBatch;
    }

    private Changes changes() {
        List<PlacedOrder> inserts = new ArrayList<>();
        Map<String, OrderProgress> updates = new LinkedHashMap<>();
        progress.forEach((orderId, latest) -> {
            OrderPlaced first = placed.get(orderId);
            if (first == null) {
                updates.put(orderId, latest);
            } else {
                inserts.add(new PlacedOrder(first, latest));
            }
        });
        return new Changes(
                inserts,
                updates,
                events,
                payments,
                notifications.values(),
                stockDecisions,
                stockLevels.values(),
                refusals,
                ignored);
    }
}
