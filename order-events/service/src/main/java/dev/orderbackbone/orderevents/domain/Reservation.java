package dev.orderbackbone.orderevents.domain;

import org.jspecify.annotations.Nullable;

/**
 * What one stock pool holds for the order.
 *
 * @param pool the stock pool.
 * @param status how far it has come.
 * @param shortage what was short, for a person; null unless refused, and for most where many are.
 */
public record Reservation(
        String pool, ReservationStatus status, @Nullable String shortage) {

    static Reservation requested(String pool) {
        return new Reservation(pool, ReservationStatus.REQUESTED, null);
    }

    Reservation in(ReservationStatus changed) {
        return new Reservation(pool, changed, null);
    }

    Reservation refused(@Nullable String why) {
        return new Reservation(pool, ReservationStatus.REFUSED, why);
    }
}
