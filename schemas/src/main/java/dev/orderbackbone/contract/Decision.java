package dev.orderbackbone.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decider answers: {@code decide(state, input, now) → decision}. A decider is a pure function: it has no clock, no I/O and no
 * randomness, and it never throws for anything that an input may hold.
 *
 * @param <S> the state that it decides on.
 */
public sealed interface Decision<S> {

    /**
     * The input had an effect.
     *
     * @param state the state from now on; null where there still is none (something was refused before anything existed).
     * @param messages what to tell the others, in this order.
     */
    record Decided<S>(@Nullable S state, List<Message> messages) implements Decision<S> {}

    /**
     * The input changes nothing, and rightly so: it is a repetition, or it came too late to matter.
     *
     * @param why one of a small, fixed set of reasons, such as {@code duplicate}: it is counted by it.
     */
    record Ignored<S>(String why) implements Decision<S> {}

    /** An effect with any number of messages. */
    static <S> Decision<S> decided(@Nullable S state, Message... messages) {
        return new Decided<>(state, List.of(messages));
    }

    /** An effect with the messages given. */
    static <S> Decision<S> decided(@Nullable S state, List<Message> messages) {
        return new Decided<>(state, List.copyOf(messages));
    }

    /** No effect, for the reason given. */
    static <S> Decision<S> ignored(String why) {
        return new Ignored<>(why);
    }
}
