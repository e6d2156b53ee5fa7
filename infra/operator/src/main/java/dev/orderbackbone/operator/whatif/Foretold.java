package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.IntakeRefused;
import java.util.List;
import java.util.Optional;

/**
 * What a service would say to something, as its present decider has it.
 *
 * @param orderId the order.
 * @param storeId its store.
 * @param state how it stands, in words.
 * @param outcome what would be told, or why nothing, in words.
 * @param messages what would be told; none where nothing would, or nobody can tell.
 * @param changesNothing whether it is certain that nothing would come of it.
 */
public record Foretold(
        String orderId, String storeId, String state, String outcome, List<Message> messages, boolean changesNothing) {
    /** Copies the list. */
    public Foretold {
        messages = List.copyOf(messages);
    }

    /** The rule that it would be refused by. */
    public Optional<String> refusal() {
        return messages.stream()
                .filter(IntakeRefused.class::isInstance)
                .map(message -> ((IntakeRefused) message).rule())
                .findFirst();
    }
}
