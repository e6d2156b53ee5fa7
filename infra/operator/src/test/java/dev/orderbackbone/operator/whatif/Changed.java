package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A decider as it is, but for what somebody has changed about it. */
record Changed<S>(PresentDecider<S> unchanged, BiFunction<Message, Decision<S>, Decision<S>> change)
        implements PresentDecider<S> {
    @Override
    public Decision<S> decide(@Nullable S state, String orderId, Message input, Instant now) {
        return change.apply(input, unchanged.decide(state, orderId, input, now));
    }

    @Override
    public @Nullable Instant deadlineOf(S state) {
        return unchanged.deadlineOf(state);
    }

    @Override
    public Decision<S> decideDue(S state, String orderId, Instant now) {
        return unchanged.decideDue(state, orderId, now);
    }

    @Override
    public List<Integer> firstOrdinals() {
        return unchanged.firstOrdinals();
    }

    @Override
    public List<Output> decided(List<Output> outputs) {
        return unchanged.decided(outputs);
    }

    @Override
    public boolean isBeginningOf(List<Input> inputs, List<RecordedDecision> decisions) {
        return unchanged.isBeginningOf(inputs, decisions);
    }
}
