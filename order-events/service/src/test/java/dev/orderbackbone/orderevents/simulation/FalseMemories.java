package dev.orderbackbone.orderevents.simulation;

import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.orderevents.domain.Line;
import dev.orderbackbone.orderevents.domain.Operation;
import dev.orderbackbone.orderevents.domain.OperationStatus;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.Payment;
import dev.orderbackbone.orderevents.domain.Reservation;
import dev.orderbackbone.orderevents.domain.ReservationStatus;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.orderevents.domain.Shipment;
import dev.orderbackbone.orderevents.domain.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wrong things to remember, or to overlook. */
final class FalseMemories {
    private FalseMemories() {}

    static Order everythingReserved(Order order) {
        return order.status() == OrderStatus.PENDING ? withReservations(order, ReservationStatus.RESERVED) : order;
    }

    static Order everythingReleased(Order order) {
        return order.status() == OrderStatus.CANCELLING ? withReservations(order, ReservationStatus.RELEASED) : order;
    }

    private static Order withReservations(Order order, ReservationStatus status) {
        List<Reservation> all = order.reservations().stream()
                .map(reservation -> new Reservation(reservation.pool(), status, null))
                .toList();
        return new Order(
                order.terms(),
                order.standing(),
                order.lines(),
                all,
                order.payment(),
                order.shipments(),
                order.returns());
    }

    static Order everythingCaptured(Order order) {
        Payment payment = order.payment();
        List<Operation> captures = payment.captures().stream()
                .map(capture -> new Operation(capture.id(), capture.amountMinor(), OperationStatus.DONE, null))
                .toList();
        return with(
                order,
                new Payment(payment.authorization(), payment.voiding(), captures, payment.refunds()),
                order.shipments());
    }

    static Order nothingAsked(Order order) {
        Payment payment = order.payment();
        return order.status() == OrderStatus.CANCELLING
                        && payment.authorization().status() != OperationStatus.DONE
                ? with(
                        order,
                        new Payment(
                                new Operation("", 0, OperationStatus.NOT_ASKED, null),
                                payment.voiding(),
                                payment.captures(),
                                payment.refunds()),
                        order.shipments())
                : order;
    }

    static Order nothingReturned(Order order) {
        List<Line> lines = order.lines().stream()
                .map(line -> new Line(
                        line.sku(), line.reservation(), line.quantity(), line.unitPriceMinor(), line.shipped(), 0))
                .toList();
        return new Order(
                order.terms(),
                order.standing(),
                lines,
                order.reservations(),
                order.payment(),
                order.shipments(),
                order.returns());
    }

    static Order countedOn(Order order) {
        Standing before = order.standing();
        return with(
                order,
                new Standing(
                        before.status(),
                        before.heldFrom(),
                        before.heldByOperator(),
                        before.confirmBy(),
                        before.cancellation(),
                        before.requestIds(),
                        before.sequence() + 1,
                        before.lastInputId()));
    }

    static Order confirmed(Order order) {
        Standing before = order.standing();
        return before.status() != OrderStatus.PENDING
                ? order
                : with(
                        order,
                        new Standing(
                                OrderStatus.CONFIRMED,
                                null,
                                before.heldByOperator(),
                                before.confirmBy(),
                                before.cancellation(),
                                before.requestIds(),
                                before.sequence(),
                                before.lastInputId()));
    }

    private static Order with(Order order, Standing standing) {
        return new Order(
                order.terms(),
                standing,
                order.lines(),
                order.reservations(),
                order.payment(),
                order.shipments(),
                order.returns());
    }

    private static Order with(Order order, Payment payment, List<Shipment> shipments) {
        return new Order(
                order.terms(),
                order.standing(),
                order.lines(),
                order.reservations(),
                payment,
                shipments,
                order.returns());
    }

    static boolean isLateApproval(@Nullable Order order, SagaInput input) {
        return order != null
                && order.status() == OrderStatus.REJECTED
                && input instanceof SagaInput.FromPayment(PaymentAuthorized _);
    }

    static Order nothingShipped(Order order) {
        return with(order, order.payment(), List.of());
    }
}
