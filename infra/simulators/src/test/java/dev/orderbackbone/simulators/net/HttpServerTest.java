package dev.orderbackbone.simulators.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpServerTest {

    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void serveEchoes() throws IOException {
        server = HttpServer.open("test", 0, this::answer);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpAnswer answer(HttpRequest request) {
        return switch (request.path()) {
            case "/fail" -> throw new IllegalStateException("on purpose");
            case "/reset" -> new HttpAnswer.Reset();
            case "/twice" -> new HttpAnswer.Twice(HttpAnswer.error(200, "twice", ""));
            case "/silence" -> new HttpAnswer.Silence(Duration.ofMillis(50));
            case "/file" -> new HttpAnswer.FileContent("text/plain", folder.resolve("file"), 5);
            default ->
                HttpAnswer.json(200, json -> {
                    json.writeStringField("method", request.method());
                    json.writeStringField("key", String.valueOf(request.header("Idempotency-Key")));
                    json.writeStringField("body", new String(request.body(), StandardCharsets.UTF_8));
                });
        };
    }

    @Test
    void answersSeveralRequestsOnOneConnectionAlsoWhenTheyArriveTogether() throws IOException {
        String answers = exchange("""
                POST /a?x=1 HTTP/1.1
                idempotency-KEY:  k1\s
                Content-Length: 3

                oneGET /b HTTP/1.1
                Connection: close

                """);

        assertThat(answers).contains("{\"method\":\"POST\",\"key\":\"k1\",\"body\":\"one\"}");
        assertThat(answers).endsWith("{\"method\":\"GET\",\"key\":\"null\",\"body\":\"\"}");
    }

    @Test
    void answersARequestThatArrivesByteByByte() throws IOException {
        try (Socket socket = connect()) {
            socket.setTcpNoDelay(true);
            for (byte next : bytes("POST / HTTP/1.1\nContent-Length: 5\nConnection: close\n\nhello")) {
                socket.getOutputStream().write(next);
                socket.getOutputStream().flush();
            }

            assertThat(rest(socket)).endsWith("\"body\":\"hello\"}");
        }
    }

    @Test
    void invitesTheBodyOfAClientThatAsksFirst() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(bytes("POST / HTTP/1.1\nExpect: 100-continue\nContent-Length: 2\nConnection: close\n\n"));
            byte[] invitation = socket.getInputStream().readNBytes(25);
            assertThat(new String(invitation, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

            socket.getOutputStream().write(bytes("ok"));
            assertThat(rest(socket)).endsWith("\"body\":\"ok\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NONSENSE,                                                       400",
        "GET / HTTP/2,                                                   400",
        "'POST / HTTP/1.1\nContent-Length: x',                           400",
        "'POST / HTTP/1.1\nContent-Length: -1',                          400",
        "'POST / HTTP/1.1\nTransfer-Encoding: chunked',                  411",
        "'POST / HTTP/1.1\nContent-Length: 65537',                       413",
        "'POST / HTTP/1.1\nContent-Length: 999999999999999999',          413"
    })
    void refusesAndClosesWhatItCannotFollow(String head, int status) throws IOException {
        assertThat(exchange(head + "\n\n"))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Connection: close");
    }

    @Test
    void refusesEndlessHeaders() throws IOException {
        assertThat(exchange("GET / HTTP/1.1\nX: " + "y".repeat(16_384 - 19))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void saysWhenTheServiceBreaksAndGoesOn() throws IOException {
        String answers = exchange("GET /fail HTTP/1.1\n\nGET / HTTP/1.1\nConnection: close\n\n");

        assertThat(answers).startsWith("HTTP/1.1 500 ").contains("on purpose").contains("HTTP/1.1 200 ");
    }

    @Test
    void canResetAConnection() {
        assertThatThrownBy(() -> exchange("GET /reset HTTP/1.1\n\n"))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void canAnswerTwice() throws IOException {
        assertThat(exchange("GET /twice HTTP/1.1\n\n").split("HTTP/1.1 200", -1))
                .hasSize(3);
    }

    @Test
    void canStaySilent() throws IOException {
        assertThat(exchange("GET /silence HTTP/1.1\n\n")).isEmpty();
    }

    @Test
    void sendsTheBeginningOfAFile() throws IOException {
        Files.writeString(folder.resolve("file"), "12345, and what came later");

        assertThat(exchange("GET /file HTTP/1.1\nConnection: close\n\n")).endsWith("\r\n\r\n12345");
    }

    @Test
    void comesBackOnTheSamePortAfterAnOutage() throws IOException {
        int port = server.port();
        Socket before = connect();
        // answered, so accepted: a connection that still waits to be would be reset instead of ended
        before.getOutputStream().write(bytes("GET /a HTTP/1.1\n\n"));
        assertThat(before.getInputStream().read()).isEqualTo('H');

        server.refuseFor(Duration.ofMillis(200));

        assertThat(rest(before)).endsWith("}");
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> exchange("GET / HTTP/1.1\nConnection: close\n\n").startsWith("HTTP/1.1 200"));
        assertThat(server.port()).isEqualTo(port);
    }

    @Test
    void staysClosedWhenClosedDuringAnOutage() {
        server.refuseFor(Duration.ofMillis(1));
        server.close();

        assertThatThrownBy(this::connect).isInstanceOf(IOException.class);
    }

    @Test
    void saysThatItsPortIsTaken() {
        assertThatThrownBy(() -> HttpServer.open("second", server.port(), this::answer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("second cannot listen on 127.0.0.1:" + server.port());
    }

    private String exchange(String requests) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes(requests));
            return rest(socket);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        InputStream input = socket.getInputStream();
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
