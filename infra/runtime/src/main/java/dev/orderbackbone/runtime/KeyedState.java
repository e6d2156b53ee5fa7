package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * A flow whose state is one record per key, such as an order, in one store.
 *
 * @param <S> the state's record class.
 */
public abstract class KeyedState<S extends Record> implements Flow<S> {
    /** More than the keys that a task is busy with at a time: an order that is under way is decided on several times within seconds. */
    private static final int KEPT_AT_HAND = 4_096;

    private final String storeName;
    private final Map<String, S> atHand = new LinkedHashMap<>(KEPT_AT_HAND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, S> eldest) {
            return size() > KEPT_AT_HAND;
        }
    };
    private @Nullable KeyValueStore<String, S> store;

    /** A flow on the store of that name. */
    protected KeyedState(String storeName) {
        this.storeName = storeName;
    }

    /** The store: on local disk, each change a record of its changelog. A key seldom changes twice within a commit. */
    public static <S extends Record> StoreBuilder<KeyValueStore<String, S>> store(String name, StateSerde<S> serde) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), serde);
    }

    @Override
    public final Optional<String> storeName() {
        return Optional.of(storeName);
    }

    @Override
    public final void open(ProcessorContext<byte[], byte[]> context) {
        store = context.getStateStore(storeName);
        atHand.clear();
    }

    @Override
    public final @Nullable S load(String key, Message input) {
        return stateOf(key);
    }

    @Override
    public final void save(String key, S state) {
        store().put(key, state);
        atHand.put(key, state);
    }

    @Override
    public final @Nullable S loadDue(String key) {
        return stateOf(key);
    }

    @Override
    public final void forEachState(BiConsumer<String, S> visitor) {
        try (KeyValueIterator<String, S> all = store().all()) {
            while (all.hasNext()) {
                KeyValue<String, S> next = all.next();
                visitor.accept(next.key, next.value);
            }
        }
    }

    private @Nullable S stateOf(String key) {
        S known = atHand.get(key);
        return known == null ? store().get(key) : known;
    }

    private KeyValueStore<String, S> store() {
        return Objects.requireNonNull(store, "used before open");
    }
}
