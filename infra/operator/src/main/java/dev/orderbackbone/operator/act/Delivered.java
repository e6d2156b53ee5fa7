package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.Message;
import java.util.List;

/** What became of a message in the log. */
sealed interface Delivered {

    /** The service has told something because of it. */
    record Answered(List<Message> outcome) implements Delivered {}

    /** The service has read it, and told nothing. */
    record Unanswered() implements Delivered {}

    /** The service could not decide on it, and has put it aside. */
    record Parked(String reason) implements Delivered {}

    /**
     * The service has not come to it in time. It will.
     *
     * @param place where it stands.
     */
    record Waiting(String place) implements Delivered {}
}
