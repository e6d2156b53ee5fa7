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
 * A flow whose state is one record per key, such as an order, in one store. What was stored last is kept at hand, as bytes: they cost little to read, and
 * the garbage collector next to nothing, while objects by the thousand that live for a second would be copied again and again.
 *
 * @param <S> the state's record class.
 */
public abstract class KeyedState<S extends Record> implements Flow<S> {
    /** More than the keys that a task is busy with at a time: an order that is under way is decided on several times within seconds. */
    private static final int KEPT_AT_HAND = 4_096;

    private final String storeName;
    private final StateSerde<S> serde;
    private final KeyedStore<S> asStored;
    private final Map<String, byte[]> atHand = new LinkedHashMap<>(KEPT_AT_HAND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT_AT_HAND;
        }
    };
    private @Nullable KeyValueStore<String, byte[]> store;

    /** A flow on the store of that name. */
    protected KeyedState(String storeName, StateSerde<S> serde) {
        this.storeName = storeName;
        this.serde = serde;
        this.asStored = new KeyedStore<>(storeName, serde);
    }

    /** The store: on local disk, each change a record of its changelog. A key seldom changes twice within a commit. */
    public static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    @Override
    public final Optional<KeyedStore<S>> keyedStore() {
        return Optional.of(asStored);
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
        byte[] bytes = serde.serialize(storeName, state);
        store().put(key, bytes);
        atHand.put(key, bytes);
    }

    @Override
    public final @Nullable S loadDue(String key) {
        return stateOf(key);
    }

    @Override
    public final void forEachState(BiConsumer<String, S> visitor) {
        try (KeyValueIterator<String, byte[]> all = store().all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> next = all.next();
                visitor.accept(next.key, asStored.stateIn(next.value));
            }
        }
    }

    private @Nullable S stateOf(String key) {
        byte[] known = atHand.get(key);
        return serde.deserialize(storeName, known == null ? store().get(key) : known);
    }

    private KeyValueStore<String, byte[]> store() {
        return Objects.requireNonNull(store, "used before open");
    }
}
