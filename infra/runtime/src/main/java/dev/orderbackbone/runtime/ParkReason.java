package dev.orderbackbone.runtime;

/** Why a record was parked. */
public enum ParkReason {
    /** The bytes are no message of the catalogue: no schema id, an unknown one, cut off, corrupt, or no value at all. */
    UNDECODABLE,
    /** A message type of a newer release: the order waits for the upgrade. */
    UNKNOWN_TYPE,
    /** A message that this topic does not carry. */
    WRONG_TOPIC,
    /** The decider failed on it: a defect of ours. */
    DECIDER_FAILED,
    /** The decider failed on a passed deadline: a defect of ours. The parked record has no value. */
    DEADLINE_FAILED,
    /** An earlier record of the same key is parked, and this one must not overtake it. */
    BEHIND_PARKED;

    /** Whether later records of the same key wait behind such a record. */
    boolean stopsKey() {
        return switch (this) {
            case UNKNOWN_TYPE, DECIDER_FAILED, DEADLINE_FAILED, BEHIND_PARKED -> true;
            case UNDECODABLE, WRONG_TOPIC -> false;
        };
    }
}
