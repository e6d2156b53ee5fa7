package dev.orderbackbone.projection.flow;

import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.List;

/** What the read models are made from. */
public final class SourceTopics {
    /** All of them. */
    public static final List<Topic> ALL = List.of(
            Topics.ORDERS_EVENTS,
            Topics.ORDERS_REFUSALS,
            Topics.INVENTORY_EVENTS,
            Topics.STOCK_EVENTS,
            Topics.STOCK_LEVELS,
            Topics.PAYMENTS_EVENTS,
            Topics.NOTIFICATIONS_EVENTS);

    private SourceTopics() {}
}
