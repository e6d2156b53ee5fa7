package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.Place;
import java.util.UUID;

/** A message that a service has written. */
record Output(Place place, Message message) {
    UUID id() {
        return message.meta().eventId();
    }
}
