package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the order stands.
 *
 * @param status its state.
 * @param heldFrom the state that it goes on in when released; null unless it is held.
 * @param heldByOperator whether an operator wants it held.
 * @param confirmBy when it expires while it is pending.
 * @param cancellation why it is being taken back; null where it is not.
 * @param requestIds the latest requests of people that had an effect: each has it once.
 * @param sequence of its latest event on orders.events.
 * @param lastInputId event id of the latest input that had an effect: what a passed deadline is caused by.
 */
public record Standing(
        OrderStatus status,
        @Nullable OrderStatus heldFrom,
        boolean heldByOperator,
        Instant confirmBy,
        @Nullable Cancellation cancellation,
        List<String> requestIds,
        int sequence,
        UUID lastInputId) {

    /** A repetition of a request is known as one until this many later ones have had an effect. */
    static final int REQUESTS_REMEMBERED = 100;

    static Standing placed(Instant confirmBy, UUID inputId) {
        return new Standing(OrderStatus.PENDING, null, false, confirmBy, null, List.of(), 0, inputId);
    }

    /** In another state than HELD. */
    Standing in(OrderStatus changed) {
        return new Standing(changed, null, heldByOperator, confirmBy, cancellation, requestIds, sequence, lastInputId);
    }

    Standing held() {
        OrderStatus left = status;
        return new Standing(
                OrderStatus.HELD, left, heldByOperator, confirmBy, cancellation, requestIds, sequence, lastInputId);
    }

    /** Still held, but to go on in another state: goods have left meanwhile. */
    Standing heldFrom(OrderStatus changed) {
        return new Standing(
                status, changed, heldByOperator, confirmBy, cancellation, requestIds, sequence, lastInputId);
    }

    Standing heldByOperator(boolean changed) {
        return new Standing(status, heldFrom, changed, confirmBy, cancellation, requestIds, sequence, lastInputId);
    }

    Standing notBefore(Instant earliest) {
        Instant later = confirmBy.isBefore(earliest) ? earliest : confirmBy;
        return new Standing(status, heldFrom, heldByOperator, later, cancellation, requestIds, sequence, lastInputId);
    }

    /** Taken back for a reason, whatever held it before. */
    Standing takenBack(OrderStatus changed, Cancellation why) {
        return new Standing(changed, null, false, confirmBy, why, requestIds, sequence, lastInputId);
    }

    Standing handled(String requestId) {
        List<String> all = Lists.plus(requestIds, requestId);
        List<String> latest = all.subList(Math.max(0, all.size() - REQUESTS_REMEMBERED), all.size());
        return new Standing(
                status, heldFrom, heldByOperator, confirmBy, cancellation, List.copyOf(latest), sequence, lastInputId);
    }

    Standing after(int latestSequence, UUID inputId) {
        return new Standing(
                status, heldFrom, heldByOperator, confirmBy, cancellation, requestIds, latestSequence, inputId);
    }
}
