package dev.orderbackbone.notification.flow;

import dev.orderbackbone.contract.notification.NotificationRequested;

/** Hands one message to the mail server. */
public interface Mailer {

    /** What the mail server said. */
    sealed interface Outcome {
        /** It took the message. */
        record Sent() implements Outcome {}

        /**
         * It will never take it.
         *
         * @param reason its words.
         */
        record Refused(String reason) implements Outcome {}

        /**
         * It may take it later, or could not be reached.
         *
         * @param reason what happened.
         */
        record TryLater(String reason) implements Outcome {}
    }

    /** Sends, and waits for the answer. Thread-safe. */
    Outcome send(NotificationRequested request);
}
