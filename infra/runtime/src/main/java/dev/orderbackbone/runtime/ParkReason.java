package dev.orderbackbone.runtime;

/** Why a record was parked. */
public enum ParkReason {
    /** The bytes are no message of the catalogue: no schema id, an unknown one, cut off, corrupt, or no value at all. */
    UNDECODABLE,
    /** A message type of a newer release: the order waits for the upgrade. */
    UNKNOWN_TYPE,
    /** More bytes than any message of the catalogue has: its sender had to raise the limits of Kafka to send it. */
    TOO_LARGE,
    /** A message that this topic does not carry. */
    WRONG_TOPIC,
    /**
     * Its key is missing, or belongs to another partition: what concerns one key would be decided apart. Producers that are not Java's
     * spread keys differently unless they are told.
     */
    MISPLACED,
    /** The decider failed on it: a defect of ours. */
    DECIDER_FAILED,
    /** The decider failed on a passed deadline: a defect of ours. The parked record has no value. */
    DEADLINE_FAILED,
    /** An earlier record of the same key, or of the same {@linkplain Flow#lineOf line}, is parked, and this one must not overtake it. */
    BEHIND_PARKED;
}
