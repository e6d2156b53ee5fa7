package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.orderevents.domain.ReservationStatus.RELEASED;
import static dev.orderbackbone.orderevents.domain.ReservationStatus.RELEASING;
import static dev.orderbackbone.orderevents.domain.ReservationStatus.RESERVED;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the stock pools answer to a reservation, and how reservations are given back. */
final class Reserving {
    private static final int POOLS_NAMED = 5;
    private static final int SHORTAGES_NAMED = 5;

    private Reserving() {}

    static Decision<Order> reserved(Order order, StockReserved answer, Turn turn) {
        int index = order.reservationIn(answer.pool());
        if (index < 0) {
            return Decision.ignored(Why.NOT_ASKED);
        }
        Reservation reservation = order.reservations().get(index);
        return switch (reservation.status()) {
            case REQUESTED -> NextStep.after(order.with(index, reservation.in(RESERVED)), turn);
            // The pool holds something after all, and nobody waits for it.
            case REFUSED -> NextStep.after(release(order, index, turn), turn);
            // The release is on its way behind the request, and its answer is what counts.
            case RELEASING -> Decision.ignored(Why.LATE);
            case RESERVED, RELEASED -> Decision.ignored(Why.DUPLICATE);
        };
    }

    static Decision<Order> refused(Order order, StockRefused answer, Turn turn) {
        int index = order.reservationIn(answer.pool());
        if (index < 0) {
            return Decision.ignored(Why.NOT_ASKED);
        }
        Reservation reservation = order.reservations().get(index);
        return switch (reservation.status()) {
            case REQUESTED, RELEASING ->
                NextStep.after(order.with(index, reservation.refused(shortage(order, answer))), turn);
            case REFUSED -> Decision.ignored(Why.DUPLICATE);
            case RESERVED, RELEASED -> Decision.ignored(Why.LATE);
        };
    }

    static Decision<Order> released(Order order, ReservationReleased answer, Turn turn) {
        int index = order.reservationIn(answer.pool());
        if (index < 0) {
            return Decision.ignored(Why.NOT_ASKED);
        }
        Reservation reservation = order.reservations().get(index);
        return switch (reservation.status()) {
            case RELEASING -> NextStep.after(order.with(index, reservation.in(RELEASED)), turn);
            case RELEASED -> Decision.ignored(Why.DUPLICATE);
            case REQUESTED, RESERVED, REFUSED -> Decision.ignored(Why.NOT_ASKED);
        };
    }

    /** Gives back whatever a pool holds, or is about to hold, for goods that have not shipped. */
    static Order releaseAll(Order order, Turn turn) {
        PoolQuantities unshipped = new PoolQuantities();
        order.lines().stream()
                .filter(line -> line.unshipped() > 0)
                .forEach(line -> unshipped.add(line, line.unshipped()));
        Order releasing = order;
        for (int index : unshipped.reservations()) {
            releasing = switch (order.reservations().get(index).status()) {
                case REQUESTED, RESERVED -> release(releasing, index, turn);
                case REFUSED, RELEASING, RELEASED -> releasing;
            };
        }
        return releasing;
    }

    /** Whether no pool holds anything that has not shipped, nor is about to. */
    static boolean nothingIsHeld(Order order) {
        return order.lines().stream()
                .filter(line -> line.unshipped() > 0)
                .map(line -> order.reservations().get(line.reservation()).status())
                .allMatch(status -> switch (status) {
                    case REFUSED, RELEASED -> true;
                    case REQUESTED, RESERVED, RELEASING -> false;
                });
    }

    private static Order release(Order order, int index, Turn turn) {
        Reservation reservation = order.reservations().get(index);
        turn.command(meta -> new ReleaseReservation(meta, reservation.pool()));
        return order.with(index, reservation.in(RELEASING));
    }

    /** Kept for the first few pools only: the order is one record, and may span thousands. */
    private static @Nullable String shortage(Order order, StockRefused answer) {
        long known = order.reservations().stream()
                .filter(reservation -> reservation.shortage() != null)
                .count();
        return known < POOLS_NAMED ? shortage(answer) : null;
    }

    private static String shortage(StockRefused answer) {
        List<Shortage> shortages = answer.shortages();
        String named = shortages.stream()
                .limit(SHORTAGES_NAMED)
                .map(shortage -> shortage.sku() + " (" + shortage.available() + " of " + shortage.requested() + ")")
                .collect(Collectors.joining(", "));
        int others = shortages.size() - SHORTAGES_NAMED;
        return "short in " + answer.pool() + ": " + named + (others > 0 ? " and " + others + " more" : "");
    }
}
