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
 * @param effect what would be done.
 */
public record Foretold(
        String orderId, String storeId, String state, String outcome, List<Message> messages, Effect effect) {
    /** Copies the list. */
    public Foretold {
        messages = List.copyOf(messages);
    }

    /** What would be done. */
    public enum Effect {
        /** Something would be told. */
        TOLD,
        /** It would be noted, and nothing told yet. */
        NOTED,
        /** It would be ignored. */
        NONE,
        /** Nobody can tell. */
        UNKNOWN
    }

    /** The rule that it would be refused by. */
    public Optional<String> refusal() {
        return messages.stream()
                .filter(IntakeRefused.class::isInstance)
                .map(message -> ((IntakeRefused) message).rule())
                .findFirst();
    }
}
