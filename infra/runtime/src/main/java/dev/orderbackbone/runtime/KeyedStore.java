package dev.orderbackbone.runtime;

import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A store that holds the bytes of one state for each key.
 *
 * @param deserializer of the states.
 */
public record KeyedStore<S>(String name, Deserializer<S> deserializer) {
    /** The state that the bytes are. */
    S stateIn(byte[] bytes) {
        return Objects.requireNonNull(deserializer.deserialize(name, bytes));
    }
}
