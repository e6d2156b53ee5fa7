package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefundFailed;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.orderevents.domain.SagaInput.FromIntake;
import dev.orderbackbone.orderevents.domain.SagaInput.FromInventory;
import dev.orderbackbone.orderevents.domain.SagaInput.FromPayment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The order saga: a pure function of an order, an input and the time. Immutable and thread-safe. */
public final class OrderDecider {
    private final SagaSettings settings;

    /** A decider with these settings. */
    public OrderDecider(SagaSettings settings) {
        this.settings = settings;
    }

    /**
     * What an input means to an order.
     *
     * @param order as it stands; null where nothing is known of it.
     * @param key the key that the input came under: the order id.
     * @param now when it is decided, to the millisecond.
     */
    public Decision<Order> decide(@Nullable Order order, String key, SagaInput input, Instant now) {
        Turn turn = Turn.onInput(settings, order, key, input.meta(), now);
        if (input instanceof FromIntake(IntakeEvent event)) {
            BrokenRule broken = Door.firstBroken(order, key, event);
            if (broken != null) {
                return turn.refused(order, event, broken);
            }
        }
        return order == null ? begin(input, turn) : goOn(order, input, turn);
    }

    /** What it means that the {@linkplain Order#deadline deadline} of an order has passed. */
    public Decision<Order> decideDue(Order order, String key, Instant now) {
        Instant deadline = order.deadline();
        return deadline == null || now.isBefore(deadline)
                ? Decision.ignored(Why.NOT_DUE)
                : Cancelling.expired(order, Turn.onDeadline(settings, order, key, now));
    }

    private static Decision<Order> begin(SagaInput input, Turn turn) {
        return switch (input) {
            case FromIntake(OrderSubmitted submitted) -> Placing.place(submitted, turn);
            case FromIntake(IntakeEvent event) -> turn.refused(null, event, Door.UNKNOWN_ORDER);
            case FromInventory _, FromPayment _ -> Decision.ignored(Why.UNKNOWN_ORDER);
        };
    }

    private static Decision<Order> goOn(Order order, SagaInput input, Turn turn) {
        return switch (input) {
            case FromIntake(OrderSubmitted submitted) -> Placing.again(order, submitted, turn);
            case FromIntake(CancellationRequested request) -> Cancelling.requested(order, request, turn);
            case FromIntake(ShipmentDispatched shipment) -> Shipping.dispatched(order, shipment, turn);
            case FromIntake(ReturnReceived received) -> Returning.received(order, received, turn);
            case FromIntake(HoldRequested request) -> Holding.requested(order, request, turn);
            case FromIntake(ReleaseRequested request) -> Releasing.requested(order, request, turn);

            case FromInventory(StockReserved reserved) -> Reserving.reserved(order, reserved, turn);
            case FromInventory(StockRefused refused) -> Reserving.refused(order, refused, turn);
            case FromInventory(ReservationReleased released) -> Reserving.released(order, released, turn);
            case FromInventory(ReservationConsumed consumed) -> Shipping.consumed(order, consumed, turn);
            case FromInventory(StockReturned _) -> Decision.ignored(Why.NO_STEP);

            case FromPayment(PaymentAuthorized authorized) -> Paying.authorized(order, authorized, turn);
            case FromPayment(PaymentDeclined declined) -> Paying.declined(order, declined, turn);
            case FromPayment(PaymentCaptured captured) -> Paying.captured(order, captured, turn);
            case FromPayment(PaymentCaptureFailed failed) -> Paying.captureFailed(order, failed, turn);
            case FromPayment(PaymentVoided voided) -> Paying.voided(order, voided, turn);
            case FromPayment(PaymentVoidFailed failed) -> Paying.voidFailed(order, failed, turn);
            case FromPayment(PaymentRefunded refunded) -> Paying.refunded(order, refunded, turn);
            case FromPayment(PaymentRefundFailed failed) -> Paying.refundFailed(order, failed, turn);
            case FromPayment(PaymentOutcomeUnknown unknown) -> Holding.outcomeUnknown(order, unknown, turn);
            case FromPayment(PaymentOutcomeResolved resolved) -> Releasing.outcomeResolved(order, resolved, turn);
        };
    }
}
