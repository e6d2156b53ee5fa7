package dev.orderbackbone.runtime;

/** Is told what became of each input, for metrics. Called on the stream thread: it must be quick and must not throw. */
public interface DecisionListener {
    /** Counts nothing. */
    DecisionListener NONE = (topic, outcome, detail) -> {};

    /** What became of an input. */
    enum Outcome {
        EFFECT,
        IGNORED,
        PARKED
    }

    /**
     * One input was dealt with.
     *
     * @param topic where it came from.
     * @param outcome what became of it.
     * @param detail the reason, for ignored and parked ones; else empty.
     */
    void dealtWith(String topic, Outcome outcome, String detail);
}
