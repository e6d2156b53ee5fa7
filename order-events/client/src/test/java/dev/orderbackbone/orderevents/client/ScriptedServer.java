package dev.orderbackbone.orderevents.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A real HTTP server that gives the answers it was told to give, one after the other. */
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Reply> script = new ArrayDeque<>();
    private final List<Received> received = new ArrayList<>();

    /** A status of 0 closes the connection without an answer. */
    private record Reply(int status, String body, List<String> headers) {}

    record Received(String method, String path, @Nullable String idempotencyKey, String body) {}

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    ScriptedServer reply(int status, String body, String... headers) {
        script.add(new Reply(status, body, List.of(headers)));
        return this;
    }

    ScriptedServer hangUp() {
        return reply(0, "");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Reply reply = script.size() > 1 ? script.remove() : script.element();
        if (reply.status() == 0) {
            exchange.close();
            return;
        }
        byte[] body = reply.body().getBytes(UTF_8);
        for (String header : reply.headers()) {
            String[] nameAndValue = header.split(": ", 2);
            exchange.getResponseHeaders().add(nameAndValue[0], nameAndValue[1]);
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
