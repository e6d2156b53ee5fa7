package dev.orderbackbone.acceptance.stack;

/** A process of the installation, wherever it runs. */
public interface KillableProcess {
    /** Ends it as {@code kill -9} does. */
    void kill();

    /** Starts it again on the same data and ports, and returns when it can be used. */
    void restart();
}
