package dev.orderbackbone.local;

import java.io.IOException;

/** Asks a process whether it is ready. */
@FunctionalInterface
public interface Probe {
    /**
     * Returns when it is ready; takes a second at most.
     *
     * @throws IOException when it is not; the message says what is missing.
     */
    void check() throws IOException;
}
