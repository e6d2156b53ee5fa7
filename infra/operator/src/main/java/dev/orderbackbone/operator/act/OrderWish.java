package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.EventIds;
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
import java.util.UUID;

/** An order is to be held, released or cancelled. */
record OrderWish(OrderVerb verb, String subject, Foretelling foretelling) implements Wish {
    private static final String FORECAST = "forecast";

    @Override
    public boolean isAboutOrder() {
        return true;
    }

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
                subject, storeId -> verb.event(forecastMeta(subject, storeId, now), FORECAST, FORECAST, FORECAST), now);
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

    static Meta forecastMeta(String orderId, String storeId, Instant now) {
        UUID id = EventIds.root(now, UUID.randomUUID());
        return new Meta(id, orderId, 0, now, id, storeId);
    }
}
