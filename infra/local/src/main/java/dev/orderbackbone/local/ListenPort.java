package dev.orderbackbone.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that a component listens on.
 *
 * @param setting what to change when another program has it.
 */
public record ListenPort(String setting, int port) {

    /** Below the range from which the system takes the ports of outgoing connections, which it may do at any time. */
    private static final int FIRST_FREE = 10_240;

    private static final int END_FREE = 32_768;

    /** A port that nothing listens on at this moment, for tests. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, END_FREE);
            if (isFree(port)) {
                return port;
            }
        }
    }

    /** For tests. */
    static ListenPort anyFree() {
        return new ListenPort("another test", free());
    }

    /** @throws StartFailure if another program listens on it. */
    void requireFree(String component) {
        if (!isFree(port)) {
            throw new StartFailure(
                    component,
                    "cannot have port " + port + ", another program has it; end that, or set " + setting
                            + " to another port");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(Loopback.port(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
