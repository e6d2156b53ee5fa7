package dev.orderbackbone.orderevents.domain;

/** Why an input changed nothing: the small set of reasons that ignored inputs are counted by. */
final class Why {
    /** The same submission came again. */
    static final String REPEATED_SUBMISSION = "repeated-submission";

    /** The fact is known. */
    static final String DUPLICATE = "duplicate";

    /** A true answer, overtaken by a later one or by what was asked since. */
    static final String LATE = "late";

    /** An answer to something that this order never asked for, and that nothing is owed for. */
    static final String NOT_ASKED = "not-asked";

    /** The saga has never heard of the order. */
    static final String UNKNOWN_ORDER = "unknown-order";

    /** The order is being cancelled already, or is. */
    static final String ALREADY_CANCELLING = "already-cancelling";

    /** An operator holds the order already. */
    static final String ALREADY_HELD = "already-held";

    /** Good to know, but nothing in the life of an order depends on it. */
    static final String NO_STEP = "no-step";

    /** The deadline does not stand any more. */
    static final String NOT_DUE = "not-due";

    private Why() {}
}
