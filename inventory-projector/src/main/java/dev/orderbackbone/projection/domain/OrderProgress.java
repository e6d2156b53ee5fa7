package dev.orderbackbone.projection.domain;

import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of an order changes after it was placed.
 *
 * @param standing where it stands.
 * @param amounts money, in minor units of the order's currency.
 * @param shipped units that have left.
 * @param returned units that have come back.
 * @param confirmedAt when it was confirmed; null where it was not.
 * @param closedAt when it ended; null while it is open.
 * @param last the last event folded in.
 */
public record OrderProgress(
        Standing standing,
        Amounts amounts,
        Quantities shipped,
        Quantities returned,
        @Nullable Instant confirmedAt,
        @Nullable Instant closedAt,
        LastEvent last) {

    /**
     * Where an order stands.
     *
     * @param status its state.
     * @param hold what it waits for; null unless held.
     * @param cancellation why it is taken back; null where it is not.
     * @param detail what exactly; null where there is nothing to say.
     */
    public record Standing(
            OrderStatus status,
            @Nullable HoldReason hold,
            @Nullable CancellationReason cancellation,
            @Nullable String detail) {}

    /**
     * Amounts in minor units.
     *
     * @param authorizedMinor authorised at confirmation.
     * @param shippedMinor value of all shipments.
     * @param returnedMinor to refund for what came back.
     */
    public record Amounts(long authorizedMinor, long shippedMinor, long returnedMinor) {
        static final Amounts NONE = new Amounts(0, 0, 0);
    }

    /**
     * The last event folded in.
     *
     * @param sequence its number, 1, 2, ... per order.
     * @param eventId its id.
     * @param occurredAt when it occurred.
     * @param source where it stands on orders.events.
     */
    public record LastEvent(int sequence, UUID eventId, Instant occurredAt, Source source) {
        static LastEvent of(OrderEvent event, Source source) {
            return new LastEvent(
                    event.meta().sequence(),
                    event.meta().eventId(),
                    event.meta().occurredAt(),
                    source);
        }
    }

    OrderProgress with(Standing now) {
        return new OrderProgress(now, amounts, shipped, returned, confirmedAt, closedAt, last);
    }

    OrderProgress with(Amounts now) {
        return new OrderProgress(standing, now, shipped, returned, confirmedAt, closedAt, last);
    }

    OrderProgress with(LastEvent now) {
        return new OrderProgress(standing, amounts, shipped, returned, confirmedAt, closedAt, now);
    }

    OrderProgress withShipped(Quantities now) {
        return new OrderProgress(standing, amounts, now, returned, confirmedAt, closedAt, last);
    }

    OrderProgress withReturned(Quantities now) {
        return new OrderProgress(standing, amounts, shipped, now, confirmedAt, closedAt, last);
    }

    OrderProgress confirmed(Instant at) {
        return new OrderProgress(standing, amounts, shipped, returned, at, closedAt, last);
    }

    OrderProgress closed(Instant at) {
        return new OrderProgress(standing, amounts, shipped, returned, confirmedAt, at, last);
    }
}
