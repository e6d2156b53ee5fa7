package dev.orderbackbone.schemas.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedExchangeTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TimedExchangeTest() throws IOException {}

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        http.shutdownNow();
    }

    @Test
    void bringsTheAnswer() throws Exception {
        serves(exchange -> {
            exchange.sendResponseHeaders(OK, 2);
            exchange.getResponseBody().write("ok".getBytes(UTF_8));
            exchange.close();
        });

        assertThat(send(LONG).body()).isEqualTo("ok");
    }

    @Test
    void givesUpAnAnswerOfWhichNothingComes() {
        serves(exchange -> await());

        assertThatThrownBy(() -> send(SHORT))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessage("no whole answer within 200 ms");
    }

    @Test
    void givesUpAnAnswerOfWhichOnlyTheHeadComes() {
        serves(exchange -> {
            exchange.sendResponseHeaders(OK, 2);
            exchange.getResponseBody().flush();
            await();
        });

        assertThatThrownBy(() -> send(SHORT))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessage("no whole answer within 200 ms");
    }

    @Test
    void saysThatNobodyListens() {
        server.start();
        server.stop(0);

        assertThatThrownBy(() -> send(LONG)).isInstanceOf(ConnectException.class);
    }

    private void serves(HttpHandler handler) {
        server.createContext("/", handler);
        server.start();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> send(Duration patience) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return TimedExchange.send(http, HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(), patience);
    }
}
