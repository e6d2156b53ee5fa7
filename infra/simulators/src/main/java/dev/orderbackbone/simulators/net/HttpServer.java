package dev.orderbackbone.simulators.net;

import java.io.IOException;
import java.time.Duration;

/** HTTP/1.1 on 127.0.0.1: keep-alive, requests of a known length, nothing else. */
public final class HttpServer implements AutoCloseable {

    /** Longer than HTTP clients keep an idle connection (the JDK's: 30 s), so that it is they who close. */
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(75);

    private final TcpServer server;

    private HttpServer(TcpServer server) {
        this.server = server;
    }

    /**
     * Serves from now on.
     *
     * @param port 0 takes a free one.
     */
    public static HttpServer open(String name, int port, HttpService service) throws IOException {
        return new HttpServer(
                TcpServer.open(name, port, IDLE_LIMIT, socket -> new HttpConnection(socket, service).serve()));
    }

    public int port() {
        return server.port();
    }

    /** Closes the listener and all connections, and comes back on the same port. */
    public void refuseFor(Duration time) {
        server.refuseFor(time);
    }

    @Override
    public void close() {
        server.close();
    }
}
