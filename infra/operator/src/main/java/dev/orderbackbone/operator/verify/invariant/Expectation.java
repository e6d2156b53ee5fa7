package dev.orderbackbone.operator.verify.invariant;

/** What may be expected of the system as it was found. */
public enum Expectation {
    /** It was moving: what is under way may be unfinished. */
    MAY_MOVE,
    /** It was quiet: what is unfinished waits for somebody outside. */
    QUIET,
    /** Whoever audits says that everything has come to its end: nothing may be unfinished. */
    ENDED;

    /** Whether nothing may be under way. */
    boolean isQuiet() {
        return this != MAY_MOVE;
    }
}
