package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * What a service adds to the common processor: where its state lives, and the decider. There is one instance per Kafka Streams task, used
 * by one thread at a time.
 *
 * @param <S> the state that one input is decided on.
 */
public interface Flow<S> {

    /** Gets hold of the state stores. Called once, before anything else. */
    void open(ProcessorContext<byte[], byte[]> context);

    /** The state that the input is decided on; null where there is none yet. Reads stores only. */
    @Nullable
    S load(String key, Message input);

    /** Decides. Pure: whatever it throws parks the input and stops its key, nothing else. */
    Decision<S> decide(@Nullable S state, String key, Message input, Instant now);

    /**
     * What waits behind the input if it cannot be decided on: the inputs of which this says the same. Where a key stands for more than one
     * order, that is less than all inputs of the key, so that one order's trouble stops no other order.
     */
    default String lineOf(String key, Message input) {
        return key;
    }

    /**
     * The same of an input whose type is not known, so that no more is known of it than this. Null where nothing may wait, as nobody can tell
     * what is concerned.
     *
     * @param orderId the order that it concerns; null where it concerns none, or does not tell.
     */
    default @Nullable String lineOfUnknown(String key, @Nullable String orderId) {
        return key;
    }

    /** Stores what was decided. Writes stores only. */
    void save(String key, S state);

    /**
     * When the state of a key wants to be looked at again though nothing came in; null for never. A flow without deadlines leaves it.
     *
     * @param state as it was stored.
     */
    default @Nullable Instant deadlineOf(S state) {
        return null;
    }

    /** Where one state for each key is stored, if that is so. */
    default Optional<KeyedStore<S>> keyedStore() {
        return Optional.empty();
    }

    /** All states with their keys, to find the deadlines again after a start. A flow without deadlines leaves it. */
    default void forEachState(BiConsumer<String, S> visitor) {}

    /** The state of a key whose deadline has passed; null where it has gone. */
    default @Nullable S loadDue(String key) {
        return null;
    }

    /** Decides what a passed deadline means. Pure, as {@link #decide}. */
    default Decision<S> decideDue(S state, String key, Instant now) {
        return Decision.ignored("no-deadlines");
    }
}
