package dev.orderbackbone.schemas.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** An HTTP server that answers what a test told it to, in that order, and remembers what it was asked. */
final class PlayedRegistry implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    /** An answer; a status of 0 closes the connection without one. */
    private record Reply(int status, String body, boolean isWhole) {}

    /** What was asked. */
    record Request(String method, String path, String body, Optional<String> authorization) {}

    PlayedRegistry() throws IOException {
        this(0);
    }

    PlayedRegistry(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    PlayedRegistry replies(int status, String body) {
        replies.add(new Reply(status, body, true));
        return this;
    }

    /** The body never comes. */
    PlayedRegistry repliesOnlyTheHead() {
        replies.add(new Reply(200, "[]", false));
        return this;
    }

    /** Connects to it; what connecting asks is not remembered. */
    HttpSchemaRegistryClient client() {
        return client(settings(url()));
    }

    HttpSchemaRegistryClient client(RegistrySettings settings) {
        Queue<Reply> later = new ArrayDeque<>(replies);
        replies.clear();
        replies.add(new Reply(200, "[]", true));
        HttpSchemaRegistryClient client = HttpSchemaRegistryClient.connect(settings);
        replies.addAll(later);
        requests.clear();
        return client;
    }

    static RegistrySettings settings(String urls) {
        RegistrySettings defaults = RegistrySettings.of(urls);
        return new RegistrySettings(
                defaults.urls(),
                defaults.authentication(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                3,
                Duration.ofMillis(1),
                Duration.ofSeconds(30));
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    body,
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))));
            Reply reply = Optional.ofNullable(replies.poll()).orElse(new Reply(500, "the script has ended", true));
            if (reply.status() > 0) {
                byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
                if (!reply.isWhole()) {
                    exchange.getResponseBody().flush();
                    ended.await();
                }
                exchange.getResponseBody().write(bytes);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
    }
}
