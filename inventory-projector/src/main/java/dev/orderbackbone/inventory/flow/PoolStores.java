package dev.orderbackbone.inventory.flow;

import dev.orderbackbone.inventory.domain.Reservation;
import dev.orderbackbone.inventory.domain.Stock;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Where a task keeps its pools. Stock and sequences are few, hot, and held in memory; they are cached, so that a SKU, or a pool's sequence, that
 * changes many times in a transaction costs one changelog record. Reservations and receipts grow with the orders and lie on disk.
 */
final class PoolStores {
    static final String STOCK = "stock";
    static final String RESERVATIONS = "reservations";
    static final String DOCUMENTS = "documents";
    static final String SEQUENCES = "pool-sequences";

    /** Stands between a pool and what is in it; no pool may have it in its name. */
    static final char SEPARATOR = 0x1f;

    private final KeyValueStore<String, Stock> stock;
    private final KeyValueStore<String, Reservation> reservations;
    private final KeyValueStore<String, Long> documents;
    private final KeyValueStore<String, Long> sequences;

    private PoolStores(ProcessorContext<byte[], byte[]> context) {
        stock = context.getStateStore(STOCK);
        reservations = context.getStateStore(RESERVATIONS);
        documents = context.getStateStore(DOCUMENTS);
        sequences = context.getStateStore(SEQUENCES);
    }

    static PoolStores open(ProcessorContext<byte[], byte[]> context) {
        return new PoolStores(context);
    }

    static List<StoreBuilder<?>> builders() {
        return List.of(
                cached(Stores.inMemoryKeyValueStore(STOCK), StateSerde.ofResource(Stock.class, "/state/Stock.avsc")),
                onDisk(RESERVATIONS, StateSerde.ofResource(Reservation.class, "/state/Reservation.avsc")),
                onDisk(DOCUMENTS, Serdes.Long()),
                cached(Stores.inMemoryKeyValueStore(SEQUENCES), Serdes.Long()));
    }

    Stock stockOf(String pool, String sku) {
        Stock held = stock.get(inPool(pool, sku));
        return held == null ? Stock.NONE : held;
    }

    void putStock(String pool, String sku, Stock held) {
        stock.put(inPool(pool, sku), held);
    }

    /** Every SKU of every pool of the task. */
    void forEachSku(BiConsumer<String, String> visitor) {
        try (KeyValueIterator<String, Stock> all = stock.all()) {
            while (all.hasNext()) {
                KeyValue<String, Stock> next = all.next();
                int separator = next.key.indexOf(SEPARATOR);
                visitor.accept(next.key.substring(0, separator), next.key.substring(separator + 1));
            }
        }
    }

    @Nullable
    Reservation reservationOf(String pool, String orderId) {
        return reservations.get(inPool(pool, orderId));
    }

    void putReservation(String pool, String orderId, Reservation reservation) {
        reservations.put(inPool(pool, orderId), reservation);
    }

    boolean hasSeen(String pool, String document) {
        return documents.get(inPool(pool, document)) != null;
    }

    /** Remembers a receipt or adjustment, with the pool's sequence after it. */
    void putSeen(String pool, String document, long sequence) {
        documents.put(inPool(pool, document), sequence);
    }

    long sequenceOf(String pool) {
        Long sequence = sequences.get(pool);
        return sequence == null ? 0 : sequence;
    }

    void putSequence(String pool, long sequence) {
        sequences.put(pool, sequence);
    }

    private static String inPool(String pool, String what) {
        return pool + SEPARATOR + what;
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> cached(
            KeyValueBytesStoreSupplier store, Serde<V> values) {
        return Stores.keyValueStoreBuilder(store, Serdes.String(), values).withCachingEnabled();
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> onDisk(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
