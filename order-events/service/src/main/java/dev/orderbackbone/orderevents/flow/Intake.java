package dev.orderbackbone.orderevents.flow;

import dev.orderbackbone.contract.Message;
import java.util.concurrent.CompletionStage;

/** Where the HTTP side hands over what it took in. */
public interface Intake {

    /**
     * Writes the message to its topic. The stage ends normally only after every in-sync replica has it; it fails with {@link
     * IntakeUnavailable} when that did not happen in time: the message may then be in the log or not, and the sender must repeat it
     * under the same key.
     */
    CompletionStage<Void> publish(Message message);
}
