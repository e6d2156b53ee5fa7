package dev.orderbackbone.projection.domain;

import static dev.orderbackbone.contract.order.OrderStatus.CANCELLED;
import static dev.orderbackbone.contract.order.OrderStatus.CANCELLING;
import static dev.orderbackbone.contract.order.OrderStatus.COMPLETED;
import static dev.orderbackbone.contract.order.OrderStatus.CONFIRMED;
import static dev.orderbackbone.contract.order.OrderStatus.EXPIRED;
import static dev.orderbackbone.contract.order.OrderStatus.HELD;
import static dev.orderbackbone.contract.order.OrderStatus.PENDING;
import static dev.orderbackbone.contract.order.OrderStatus.PROCESSING;
import static dev.orderbackbone.contract.order.OrderStatus.REJECTED;

import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.projection.domain.OrderProgress.Amounts;
import dev.orderbackbone.projection.domain.OrderProgress.LastEvent;
import dev.orderbackbone.projection.domain.OrderProgress.Standing;
import dev.orderbackbone.projection.domain.Quantities.LineUnits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order's row says after each of its events. */
public final class OrderFold {
    private OrderFold() {}

    /** After the first event. */
    public static OrderProgress start(OrderPlaced placed, Source source) {
        return new OrderProgress(
                new Standing(PENDING, null, null, null),
                Amounts.NONE,
                Quantities.NONE,
                Quantities.NONE,
                null,
                null,
                LastEvent.of(placed, source));
    }

    /** After one more event. It takes events as they are: whether they may follow each other is the saga's rule. */
    public static OrderProgress next(OrderProgress before, OrderEvent event, Source source) {
        return fold(before, event).with(LastEvent.of(event, source));
    }

    private static OrderProgress fold(OrderProgress before, OrderEvent event) {
        return switch (event) {
            case OrderPlaced _ -> before;
            case OrderConfirmed confirmed -> confirm(before, confirmed);
            case OrderHeld held ->
                before.with(new Standing(HELD, held.reason(), before.standing().cancellation(), held.detail()));
            case OrderReleased released -> before.with(new Standing(released.resumed(), null, null, null));
            case OrderCancelling cancelling ->
                before.with(new Standing(CANCELLING, null, cancelling.reason(), cancelling.detail()));
            case OrderShipped shipped -> ship(before, shipped);
            case OrderReturned returned -> takeBack(before, returned);
            case OrderCompleted _ ->
                close(before, event, COMPLETED, null, before.standing().detail());
            case OrderCancelled cancelled ->
                close(before, event, CANCELLED, CancellationReason.REQUESTED, cancelled.detail());
            case OrderExpired _ ->
                close(
                        before,
                        event,
                        EXPIRED,
                        CancellationReason.EXPIRED,
                        before.standing().detail());
            case OrderRejected rejected -> close(before, event, REJECTED, rejected.reason(), rejected.detail());
        };
    }

    private static OrderProgress confirm(OrderProgress before, OrderConfirmed confirmed) {
        Amounts amounts = before.amounts();
        return before.with(new Standing(CONFIRMED, null, null, null))
                .with(new Amounts(confirmed.authorizedMinor(), amounts.shippedMinor(), amounts.returnedMinor()))
                .confirmed(confirmed.meta().occurredAt());
    }

    /** Goods can leave a held order; it stays held. */
    private static OrderProgress ship(OrderProgress before, OrderShipped shipped) {
        Amounts amounts = before.amounts();
        List<LineUnits> lines = shipped.lines().stream()
                .map(line -> new LineUnits(line.lineNumber(), line.quantity()))
                .toList();
        OrderProgress after = before.with(new Amounts(
                        amounts.authorizedMinor(),
                        amounts.shippedMinor() + shipped.amountMinor(),
                        amounts.returnedMinor()))
                .withShipped(before.shipped().plus(lines));
        return before.standing().status() == HELD ? after : after.with(new Standing(PROCESSING, null, null, null));
    }

    private static OrderProgress takeBack(OrderProgress before, OrderReturned returned) {
        Amounts amounts = before.amounts();
        List<LineUnits> lines = returned.lines().stream()
                .map(line -> new LineUnits(line.lineNumber(), line.quantity()))
                .toList();
        return before.with(new Amounts(
                        amounts.authorizedMinor(),
                        amounts.shippedMinor(),
                        amounts.returnedMinor() + returned.refundMinor()))
                .withReturned(before.returned().plus(lines));
    }

    private static OrderProgress close(
            OrderProgress before,
            OrderEvent event,
            OrderStatus status,
            @Nullable CancellationReason otherwise,
            @Nullable String detail) {
        CancellationReason known = before.standing().cancellation();
        return before.with(new Standing(status, null, known == null ? otherwise : known, detail))
                .closed(event.meta().occurredAt());
    }
}
