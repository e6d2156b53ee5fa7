package dev.orderbackbone.notification.flow;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.notification.domain.Correspondence;
import dev.orderbackbone.notification.domain.NotificationDecider;
import dev.orderbackbone.runtime.KeyedState;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The correspondence of each order, and the decider on it. */
final class NotificationFlow extends KeyedState<Correspondence> {
    static final String STORE = "correspondences";

    private static final StateSerde<Correspondence> SERDE =
            StateSerde.ofResource(Correspondence.class, "/state/Correspondence.avsc");

    private final NotificationDecider decider;

    NotificationFlow(NotificationDecider decider) {
        super(STORE, SERDE);
        this.decider = decider;
    }

    @Override
    public Decision<Correspondence> decide(@Nullable Correspondence state, String key, Message input, Instant now) {
        return decider.decide(state, input, now);
    }

    @Override
    public @Nullable Instant deadlineOf(Correspondence state) {
        return state.nextSendBy();
    }

    @Override
    public Decision<Correspondence> decideDue(Correspondence state, String key, Instant now) {
        return decider.decideDue(state, now);
    }
}
