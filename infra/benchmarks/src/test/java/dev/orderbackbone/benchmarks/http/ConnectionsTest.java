package dev.orderbackbone.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.simulators.net.HttpAnswer;
import dev.orderbackbone.simulators.net.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final byte[] REQUEST = Request.post("/orders", "key-1", "{\"a\":1}");

    @Test
    void bringsPathKeyAndBodyOverAndStatusAndBodyBack() throws IOException {
        try (HttpServer server = HttpServer.open(
                        "echo",
                        0,
                        request -> HttpAnswer.json(
                                202,
                                (request.path() + " " + request.header("Idempotency-Key") + " "
                                                + new String(request.body(), StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)));
                Connections connections = new Connections(server.port())) {
            assertThat(connections.exchange(REQUEST)).isEqualTo(new Response(202, "/orders key-1 {\"a\":1}"));
        }
    }

    @Test
    void readsAnswersThatAreLongerThanItsBuffer() throws IOException {
        String large = "x".repeat(50_000);
        try (HttpServer server = HttpServer.open(
                        "large", 0, request -> HttpAnswer.json(200, large.getBytes(StandardCharsets.UTF_8)));
                Connections connections = new Connections(server.port())) {
            assertThat(connections.exchange(REQUEST).body()).isEqualTo(large);
        }
    }

    @Test
    void sendsOnceMoreWhenAKeptConnectionTurnsOutToBeClosed() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        ServerSocket first = new ServerSocket(0);
        int port = first.getLocalPort();
        try (Connections connections = new Connections(port)) {
            Thread answering = Thread.startVirtualThread(() -> answerOnceAndClose(first));
            assertThat(connections.exchange(REQUEST).isSuccess()).isTrue();
            join(answering);

            try (HttpServer _ = server(port, requests)) {
                assertThat(connections.exchange(REQUEST).isSuccess()).isTrue();
            }
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void saysSoWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (Connections connections = new Connections(port)) {
            assertThatThrownBy(() -> connections.exchange(REQUEST)).isInstanceOf(IOException.class);
        }
    }

    private static void answerOnceAndClose(ServerSocket server) {
        try (server;
                Socket connection = server.accept()) {
            if (connection.getInputStream().readNBytes(REQUEST.length).length == REQUEST.length) {
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpServer server(int port, AtomicInteger requests) throws IOException {
        return HttpServer.open("counting", port, request -> {
            requests.incrementAndGet();
            return HttpAnswer.json(200, new byte[] {'{', '}'});
        });
    }
}
