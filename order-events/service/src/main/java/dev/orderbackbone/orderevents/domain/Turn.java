package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One decision in the making: it knows the cause and the time, and gathers what is to be told to the others. It lives for one call of the
 * decider only.
 */
final class Turn {
    // A deadline is caused by the input that came last, which has told things of its own: theirs are the ordinals below
    // this one.
    private static final int FIRST_ORDINAL_OF_DEADLINES = 1_000_000;

    private final SagaSettings settings;
    private final @Nullable Order before;
    private final String orderId;
    private final String storeId;
    private final UUID cause;
    private final int firstOrdinal;
    private final Instant now;
    private final List<Message> told = new ArrayList<>();
    private int sequence;

    private Turn(
            SagaSettings settings,
            @Nullable Order before,
            String orderId,
            String storeId,
            UUID cause,
            int firstOrdinal,
            Instant now) {
        this.settings = settings;
        this.before = before;
        this.orderId = orderId;
        this.storeId = storeId;
        this.cause = cause;
        this.firstOrdinal = firstOrdinal;
        this.now = now;
        this.sequence = before == null ? 0 : before.standing().sequence();
    }

    static Turn onInput(SagaSettings settings, @Nullable Order order, String orderId, Meta input, Instant now) {
        String storeId = order == null ? input.storeId() : order.terms().storeId();
        return new Turn(settings, order, orderId, storeId, input.eventId(), 0, now);
    }

    static Turn onDeadline(SagaSettings settings, Order order, String orderId, Instant now) {
        UUID cause = order.standing().lastInputId();
        return new Turn(settings, order, orderId, order.terms().storeId(), cause, FIRST_ORDINAL_OF_DEADLINES, now);
    }

    SagaSettings settings() {
        return settings;
    }

    /** The order as it stood when the input came; null where there was none. */
    @Nullable
    Order before() {
        return before;
    }

    Instant now() {
        return now;
    }

    UUID cause() {
        return cause;
    }

    /** Tells what has become of the order. */
    void publish(Function<Meta, OrderEvent> event) {
        sequence++;
        told.add(event.apply(meta(sequence)));
    }

    /** Tells a partner what to do. */
    void command(Function<Meta, Message> command) {
        told.add(command.apply(meta(0)));
    }

    /** The order stands like this now, and what was told is to be sent. */
    Decision<Order> decided(Order order) {
        return Decision.decided(order.with(order.standing().after(sequence, cause)), told);
    }

    /** The event changes nothing, and its sender is told why. */
    Decision<Order> refused(@Nullable Order order, IntakeEvent event, BrokenRule broken) {
        String type = event.getClass().getSimpleName();
        return Decision.decided(
                order, new IntakeRefused(meta(0), type, broken.rule(), broken.field(), broken.message()));
    }

    private Meta meta(int eventSequence) {
        UUID eventId = EventIds.derive(cause, firstOrdinal + told.size(), now);
        return new Meta(eventId, orderId, eventSequence, now, cause, storeId);
    }
}
