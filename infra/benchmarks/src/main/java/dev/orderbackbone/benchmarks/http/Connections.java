package dev.orderbackbone.benchmarks.http;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Kept connections to one port of 127.0.0.1: as many as there are callers at a time. Thread-safe. */
public final class Connections implements AutoCloseable {
    private final int port;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    /** Connects with the first request. */
    public Connections(int port) {
        this.port = port;
    }

    /**
     * Sends a request that may be repeated, and waits for its answer. A server closes connections that were idle for long; that is noticed only when
     * one is used again, so the request is then sent once more on a new one.
     *
     * @throws IOException if nobody answers, or what comes is no answer; the request may have been carried out.
     */
    public Response exchange(byte[] request) throws IOException {
        Connection kept = idle.pollFirst();
        if (kept != null) {
            try {
                return exchange(kept, request);
            } catch (IOException stale) {
                // Whatever it was, a new connection will tell.
            }
        }
        return exchange(Connection.open(port), request);
    }

    private Response exchange(Connection connection, byte[] request) throws IOException {
        try {
            Response response = connection.exchange(request);
            idle.addFirst(connection);
            return response;
        } catch (IOException broken) {
            connection.close();
            throw broken;
        }
    }

    /** Closes those that are idle. */
    @Override
    public void close() {
        for (Connection connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            connection.close();
        }
    }
}
