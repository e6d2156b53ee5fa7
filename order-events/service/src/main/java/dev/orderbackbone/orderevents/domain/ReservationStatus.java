package dev.orderbackbone.orderevents.domain;

/** How far a reservation has come. */
public enum ReservationStatus {
    /** Asked for, not answered. */
    REQUESTED,
    /** Held for the order, or consumed by its shipments. */
    RESERVED,
    /** The pool has too little: it holds nothing. */
    REFUSED,
    /** To be given back, not answered. The release may have been sent before the pool answered the request. */
    RELEASING,
    /** Given back: the pool holds nothing. */
    RELEASED
}
