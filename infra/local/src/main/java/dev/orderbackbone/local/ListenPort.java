package dev.orderbackbone.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/**
 * A port that a component listens on.
 *
 * @param setting what to change when another program has it.
 */
public record ListenPort(String setting, int port) {

    /** A port that nothing listens on at this moment, for tests. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, Loopback.ADDRESS)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws StartFailure if another program listens on it. */
    void requireFree(String component) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(Loopback.port(port));
        } catch (IOException e) {
            throw new StartFailure(
                    component,
                    "cannot have port " + port + ": " + e.getMessage() + "; end what listens there, or set " + setting
                            + " to another one");
        }
    }
}
