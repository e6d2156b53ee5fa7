package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.order.CancellationReason.OUT_OF_STOCK;
import static dev.orderbackbone.contract.order.CancellationReason.PAYMENT_DECLINED;
import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;

import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import java.util.Objects;
import java.util.stream.Collectors;

/** From placed to confirmed: first all the stock, then the money, and never the money without the stock. */
final class Confirming {
    private Confirming() {}

    /** The next step of a pending order. */
    static Order step(Order order, Turn turn) {
        boolean anyWaits = false;
        for (Reservation reservation : order.reservations()) {
            switch (reservation.status()) {
                case REQUESTED -> anyWaits = true;
                case RESERVED -> {}
                case REFUSED, RELEASING, RELEASED -> {
                    return reject(order, turn);
                }
            }
        }
        return anyWaits ? order : pay(order, turn);
    }

    private static Order pay(Order order, Turn turn) {
        Operation authorization = order.payment().authorization();
        long totalMinor = order.totalMinor();
        return switch (authorization.status()) {
            case NOT_ASKED -> totalMinor == 0 ? confirm(order, turn) : authorize(order, totalMinor, turn);
            case REQUESTED, UNKNOWN -> order;
            case DONE ->
                authorization.amountMinor() == totalMinor
                        ? confirm(order, turn)
                        : decline(order, "authorised " + authorization.amountMinor() + " of " + totalMinor, turn);
            case REFUSED -> decline(order, Objects.requireNonNullElse(authorization.code(), ""), turn);
        };
    }

    private static Order authorize(Order order, long totalMinor, Turn turn) {
        Terms terms = order.terms();
        String paymentMethod = Objects.requireNonNull(terms.paymentMethod(), "a payment is asked for once");
        turn.command(meta -> new AuthorizePayment(meta, totalMinor, terms.currency(), paymentMethod));
        Operation authorization = Operation.notAsked("", totalMinor).requested();
        return order.with(terms.withoutPaymentMethod()).with(order.payment().with(AUTHORIZE, authorization));
    }

    private static Order confirm(Order order, Turn turn) {
        turn.publish(meta -> new OrderConfirmed(meta, order.payment().authorizedMinor()));
        return order.with(order.standing().in(OrderStatus.CONFIRMED));
    }

    private static Order decline(Order order, String detail, Turn turn) {
        return Cancelling.begin(order, new Cancellation(PAYMENT_DECLINED, detail), turn);
    }

    /** At once where nothing has to be taken back. */
    private static Order reject(Order order, Turn turn) {
        Cancellation why = new Cancellation(OUT_OF_STOCK, shortages(order));
        if (!Reserving.nothingIsHeld(order) || !order.payment().isSettled()) {
            return Cancelling.begin(order, why, turn);
        }
        turn.publish(meta -> new OrderRejected(meta, why.reason(), why.detail()));
        return order.with(order.standing().takenBack(OrderStatus.REJECTED, why));
    }

    private static String shortages(Order order) {
        return order.reservations().stream()
                .map(Reservation::shortage)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }
}
