package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A decision that can be seen in the log: everything that one cause has brought about at one time. One that had nothing to tell left nothing.
 *
 * @param cause event id of the input; of a passed deadline's decision, of the latest message that its state has known of.
 * @param now when it was decided.
 * @param outputs in the order of their topics and offsets; never none.
 */
record RecordedDecision(UUID cause, Instant now, List<Output> outputs) {
    RecordedDecision {
        outputs = List.copyOf(outputs);
    }

    List<Message> messages() {
        return outputs.stream().map(Output::message).toList();
    }

    /**
     * Whether these are outputs of the input itself, and not of a deadline that passed later and names the same cause. Ids are made of cause, time and
     * ordinal, and the ordinals of deadlines are others.
     *
     * @param firstOrdinals from where on a service counts the outputs of an input.
     */
    boolean isOnInput(List<Integer> firstOrdinals) {
        return outputs.stream()
                .anyMatch(output -> firstOrdinals.stream().anyMatch(first -> hasOrdinalFrom(first, output.id())));
    }

    private boolean hasOrdinalFrom(int first, UUID id) {
        for (int ordinal = first; ordinal < first + outputs.size(); ordinal++) {
            if (EventIds.derive(cause, ordinal, now).equals(id)) {
                return true;
            }
        }
        return false;
    }
}
