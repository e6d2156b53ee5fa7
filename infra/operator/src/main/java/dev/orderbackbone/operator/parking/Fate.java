package dev.orderbackbone.operator.parking;

/** What has become of a copy of a parked record. */
public enum Fate {
    /** Nothing yet: what waits behind it waits. */
    OUTSTANDING,
    /** It was sent back and could not be decided on again: there is a later copy. */
    PARKED_AGAIN,
    /** It was sent back and decided on. */
    REDRIVEN,
    /** Somebody said that it is not needed any more. */
    DISCARDED
}
