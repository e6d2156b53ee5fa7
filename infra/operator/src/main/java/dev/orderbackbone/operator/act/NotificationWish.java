package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.whatif.Foretelling;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.List;

/**
 * A message to a customer is to be sent once more, or given up.
 *
 * @param subject the order.
 * @param about which of its messages.
 */
record NotificationWish(NotificationVerb verb, String subject, MessageAbout about, Foretelling foretelling)
        implements Wish {
    private static final String STILL_UNDER_WAY =
            "the sender may be at it: until the time that is named here the mail server may still take it, and then it counts as sent";

    @Override
    public String service() {
        return Topics.NOTIFICATION;
    }

    @Override
    public List<Topic> outcomes() {
        return List.of(Topics.NOTIFICATIONS_REQUESTS, Topics.NOTIFICATIONS_EVENTS);
    }

    @Override
    public Prospect prospect(Instant now) throws InterruptedException {
        Prospect prospect = Prospects.of(foretelling.ofNotifications(
                subject,
                storeId -> verb.event(
                        Prospects.forecastMeta(subject, storeId, now),
                        about,
                        Prospects.FORECAST,
                        Prospects.FORECAST,
                        Prospects.FORECAST),
                now));
        boolean isToStop = verb == NotificationVerb.SKIP && !prospect.changesNothing();
        return isToStop ? prospect.with(STILL_UNDER_WAY) : prospect;
    }

    @Override
    public Message message(Meta meta, Operation operation) {
        return verb.event(meta, about, operation.id(), operation.reason(), operation.startedBy());
    }

    @Override
    public List<String> faults(List<Message> told) {
        return told.stream().anyMatch(verb::isDoneBy) ? List.of() : List.of(verb.fault());
    }
}
