package dev.orderbackbone.operator.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;

/** Answers as a service that stands still when it is told to, and says at the end what a test wants. */
final class StandingService implements AutoCloseable {
    private final HttpServer server;
    private final String member;
    private final boolean holdsOut;

    StandingService(String member, boolean holdsOut) {
        this.member = member;
        this.holdsOut = holdsOut;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/standstill", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean held = !exchange.getRequestMethod().equals("DELETE") || holdsOut;
        byte[] body = String.format(
                        Locale.ROOT,
                        "{\"id\":\"1\",\"service\":\"a\",\"members\":[\"%s\"],\"openTransactions\":0,\"held\":%s}",
                        member,
                        held)
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
