package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.whatif.Foretelling;
import dev.orderbackbone.operator.whatif.Foretold;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.List;

/** An order is to be held, released or cancelled. */
record OrderWish(OrderVerb verb, String subject, Foretelling foretelling) implements Wish {
    @Override
    public String service() {
        return Topics.ORDER_EVENTS;
    }

    @Override
    public List<Topic> outcomes() {
        return List.of(Topics.ORDERS_EVENTS, Topics.ORDERS_REFUSALS);
    }

    @Override
    public Prospect prospect(Instant now) throws InterruptedException {
        Foretold foretold = foretelling.ofOrder(
                subject,
                storeId -> verb.event(
                        Prospects.forecastMeta(subject, storeId, now),
                        Prospects.FORECAST,
                        Prospects.FORECAST,
                        Prospects.FORECAST),
                now);
        return Prospects.of(foretold);
    }

    @Override
    public Message message(Meta meta, Operation operation) {
        return verb.event(meta, operation.id(), operation.reason(), operation.startedBy());
    }

    @Override
    public List<String> faults(List<Message> outcome) {
        return outcome.stream()
                .filter(IntakeRefused.class::isInstance)
                .map(IntakeRefused.class::cast)
                .map(refused -> "refused, " + refused.rule() + ": " + refused.message())
                .toList();
    }
}
