package dev.orderbackbone.notification.flow;

import dev.orderbackbone.notification.domain.Correspondence;
import dev.orderbackbone.notification.domain.NotificationDecider;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.runtime.KeyedState;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.Duration;
import java.util.List;

/** What the notification decider reads, writes and remembers. */
public final class NotificationTopology {
    private NotificationTopology() {}

    /** The topology; {@code timerResolution} is how late a passed deadline may be noticed. */
    public static DecisionTopology<Correspondence> of(
            NotificationDecider decider,
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            Duration timerResolution,
            DecisionListener listener) {
        return new DecisionTopology<>(
                Topics.NOTIFICATION,
                List.of(
                        Topics.ORDERS_EVENTS,
                        Topics.PAYMENTS_EVENTS,
                        Topics.NOTIFICATIONS_EVENTS,
                        Topics.NOTIFICATIONS_COMMANDS),
                List.of(Topics.NOTIFICATIONS_REQUESTS, Topics.NOTIFICATIONS_EVENTS),
                List.of(KeyedState.store(NotificationFlow.STORE)),
                () -> new NotificationFlow(decider),
                deserializer,
                serializer,
                timerResolution,
                listener);
    }
}
