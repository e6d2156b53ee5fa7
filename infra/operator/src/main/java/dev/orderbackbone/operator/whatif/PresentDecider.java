package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decider of a service whose state is one record per order, as this release brings it.
 *
 * @param <S> the state.
 */
interface PresentDecider<S> {

    /** Decides. */
    Decision<S> decide(@Nullable S state, String orderId, Message input, Instant now);

    /** When it wants to look again though nothing came in; null for never. */
    @Nullable
    Instant deadlineOf(S state);

    /** Decides what a passed deadline means. */
    Decision<S> decideDue(S state, String orderId, Instant now);

    /** From where on it counts the outputs of an input; those of deadlines are counted from elsewhere. */
    default List<Integer> firstOrdinals() {
        return List.of(0);
    }

    /** Those of an order's outputs that the decider wrote, and not somebody else who writes to the same topics. */
    default List<Output> decided(List<Output> outputs) {
        return outputs;
    }

    /** Whether the beginning of an order is there, of which perhaps not everything was read. */
    boolean isBeginningOf(List<Input> inputs, List<RecordedDecision> decisions);
}
