package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.schemas.Topic;
import java.time.Instant;
import java.util.List;

/** Something that an operator wants a service to decide on. */
interface Wish {

    /** The order that it is about; what else it is about where that is no order. */
    String subject();

    /** Whether it is about an order. */
    default boolean isAboutOrder() {
        return true;
    }

    /** Who decides on it; also the name of its group. */
    String service();

    /** Where that service tells what it has decided. */
    List<Topic> outcomes();

    /**
     * What would come of it now. Changes nothing.
     *
     * @throws CommandFailure if there is nothing that it could be about.
     */
    Prospect prospect(Instant now) throws InterruptedException;

    /** The event. */
    Message message(Meta meta, Operation operation);

    /** What of the outcome is not as it was wished for, a sentence each. */
    List<String> faults(List<Message> outcome);
}
