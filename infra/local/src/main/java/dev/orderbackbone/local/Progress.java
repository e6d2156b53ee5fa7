package dev.orderbackbone.local;

/** Is told how a start or a stop goes on, by several threads, one at a time. */
@FunctionalInterface
public interface Progress {

    /** What has become of a component. */
    enum State {
        STARTING,
        /** It was started, and can be used. */
        READY,
        /** It ran before, and was left alone. */
        RAN_ALREADY,
        FAILED,
        /** Not started, since what it needs has failed. */
        SKIPPED,
        STOPPING,
        STOPPED
    }

    /**
     * A component has come to a state.
     *
     * @param millis since its first state; 0 with that.
     */
    void on(String component, State state, long millis);

    /** Tells nobody. */
    static Progress silent() {
        return (component, state, millis) -> {};
    }
}
