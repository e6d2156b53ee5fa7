package dev.orderbackbone.orderevents.flow;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.OrderDecider;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.runtime.Flow;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The orders of one task. */
final class OrderFlow implements Flow<Order> {
    static final String STORE = "orders";

    private final OrderDecider decider;
    private @Nullable KeyValueStore<String, Order> orders;

    OrderFlow(OrderDecider decider) {
        this.decider = decider;
    }

    /** The store: on disk, as it keeps every order; cached, so that an order costs one changelog record a commit. */
    static StoreBuilder<KeyValueStore<String, Order>> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), serde())
                .withCachingEnabled();
    }

    /** How an order is stored. */
    static StateSerde<Order> serde() {
        return StateSerde.ofResource(Order.class, "/state/Order.avsc");
    }

    @Override
    public void open(ProcessorContext<byte[], byte[]> context) {
        orders = context.getStateStore(STORE);
    }

    @Override
    public @Nullable Order load(String key, Message input) {
        return orders().get(key);
    }

    @Override
    public Decision<Order> decide(@Nullable Order order, String key, Message input, Instant now) {
        return decider.decide(order, key, SagaInput.of(input), now);
    }

    @Override
    public void save(String key, Order order) {
        orders().put(key, order);
    }

    @Override
    public @Nullable Instant deadlineOf(Order order) {
        return order.deadline();
    }

    @Override
    public void forEachState(BiConsumer<String, Order> visitor) {
        try (KeyValueIterator<String, Order> all = orders().all()) {
            while (all.hasNext()) {
                KeyValue<String, Order> next = all.next();
                visitor.accept(next.key, next.value);
            }
        }
    }

    @Override
    public @Nullable Order loadDue(String key) {
        return orders().get(key);
    }

    @Override
    public Decision<Order> decideDue(Order order, String key, Instant now) {
        return decider.decideDue(order, key, now);
    }

    private KeyValueStore<String, Order> orders() {
        if (orders == null) {
            throw new IllegalStateException("used before open");
        }
        return orders;
    }
}
