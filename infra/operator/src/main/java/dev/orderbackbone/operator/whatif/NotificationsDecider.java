package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.notification.domain.Correspondence;
import dev.orderbackbone.notification.domain.NotificationDecider;
import dev.orderbackbone.notification.domain.NotificationRules;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a customer is told about an order. */
record NotificationsDecider(NotificationDecider decider) implements PresentDecider<Correspondence> {
    /** A message that is never sent is counted from 0, the first request for one from 1,000. */
    private static final List<Integer> FIRST_ORDINALS = List.of(0, 1_000);

    NotificationsDecider(NotificationRules rules) {
        this(new NotificationDecider(rules));
    }

    @Override
    public Decision<Correspondence> decide(@Nullable Correspondence state, String orderId, Message input, Instant now) {
        return decider.decide(state, input, now);
    }

    @Override
    public @Nullable Instant deadlineOf(Correspondence state) {
        return state.nextSendBy();
    }

    @Override
    public Decision<Correspondence> decideDue(Correspondence state, String orderId, Instant now) {
        return decider.decideDue(state, now);
    }

    @Override
    public List<Integer> firstOrdinals() {
        return FIRST_ORDINALS;
    }

    /** What became of a sending is written by the sender, who names the request as the cause. */
    @Override
    public List<Output> decided(List<Output> outputs) {
        Set<UUID> requests = outputs.stream()
                .filter(output -> output.message() instanceof NotificationRequested)
                .map(Output::id)
                .collect(Collectors.toSet());
        return outputs.stream()
                .filter(output -> !requests.contains(output.message().meta().causationId()))
                .toList();
    }

    @Override
    public boolean isBeginningOf(List<Input> inputs, List<RecordedDecision> decisions) {
        return inputs.stream().anyMatch(input -> input.message() instanceof OrderPlaced);
    }
}
