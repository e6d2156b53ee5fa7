package dev.orderbackbone.runtime;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The deadlines that a process holds, by key. Thread-safe.
 *
 * @param <S> the state of one key.
 */
final class HeldDeadlines<S> {
    private final DecisionTopology<S> topology;
    private final Flow<S> flow;
    private final KafkaStreams streams;

    HeldDeadlines(DecisionTopology<S> topology, KafkaStreams streams) {
        this.topology = topology;
        this.flow = topology.flow().get();
        this.streams = streams;
    }

    /**
     * When a key is looked at again. It is not held where this process has no state of it, or keeps none by key.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException while its stores move, or are being restored.
     */
    KeyDeadline of(String key) {
        Optional<S> state = flow.keyedStore()
                .flatMap(store -> Optional.ofNullable(bytesIn(store).get(key)).map(store::stateIn));
        String deadline = state.map(flow::deadlineOf).map(Instant::toString).orElse(null);
        return new KeyDeadline(topology.service(), key, state.isPresent(), deadline);
    }

    private ReadOnlyKeyValueStore<String, byte[]> bytesIn(KeyedStore<S> store) {
        return streams.store(StoreQueryParameters.fromNameAndType(store.name(), QueryableStoreTypes.keyValueStore()));
    }
}
