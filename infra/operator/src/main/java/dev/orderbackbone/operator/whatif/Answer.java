package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import java.util.List;
import java.util.function.Supplier;

/** What a present decider says; where it fails, that it does: the service would park the input. */
sealed interface Answer<S> {

    /** It decides, or ignores. */
    record Given<S>(Decision<S> decision) implements Answer<S> {}

    /** It throws. */
    record Failed<S>(String failure) implements Answer<S> {}

    /** Asks; what the services' runtime would park for is caught here too. */
    static <S> Answer<S> of(Supplier<Decision<S>> decider) {
        try {
            return new Given<>(decider.get());
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            return new Failed<>(failure.toString());
        }
    }

    /** What it tells; nothing where it ignores or fails. */
    default List<Message> messages() {
        return this instanceof Given<S>(Decision.Decided<S> decided) ? decided.messages() : List.of();
    }

    /** In words. */
    default String words() {
        return switch (this) {
            case Given<S>(Decision.Ignored<S>(String why)) -> "ignored: " + why;
            case Given<S>(Decision.Decided<S> decided) ->
                decided.messages().isEmpty() ? "decided without a message" : Differing.typesOf(decided.messages());
            case Failed<S>(String failure) -> "fails: " + failure;
        };
    }
}
