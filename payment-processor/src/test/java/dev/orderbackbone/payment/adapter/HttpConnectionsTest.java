package dev.orderbackbone.payment.adapter;

import static dev.orderbackbone.payment.adapter.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.payment.adapter.GatewayReplies.Response;
import dev.orderbackbone.testkit.Await;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes over connections is taken for an answer only where it is one. */
class HttpConnectionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void keepsAConnection() throws Exception {
        try (ScriptedServer server = plain(ok("a"), ok("b"));
                HttpConnections connections = to(server)) {
            assertThat(body(connections)).isEqualTo("a");
            assertThat(body(connections)).isEqualTo("b");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void keepsNoneThatTheServerWantsClosed() throws Exception {
        try (ScriptedServer server = plain("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\na");
                HttpConnections connections = to(server)) {
            assertThat(body(connections)).isEqualTo("a");
            assertThat(body(connections)).isEqualTo("a");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void takesWhatFollowsAnAnswerForNone() throws Exception {
        try (ScriptedServer whole = plain(ok("a") + ok("of nobody"));
                ScriptedServer part = plain(ok("a") + "HTTP/1.1 200 O");
                HttpConnections toWhole = to(whole);
                HttpConnections toPart = to(part)) {
            assertThat(body(toWhole)).isEqualTo("a");
            assertThat(body(toWhole)).isEqualTo("a");
            assertThat(body(toPart)).isEqualTo("a");
            assertThat(body(toPart)).isEqualTo("a");
            assertThat(whole.connections()).isEqualTo(2);
            assertThat(part.connections()).isEqualTo(2);
        }
    }

    @Test
    void closesAConnectionOnWhichSomethingComesUnasked() throws Exception {
        try (ScriptedServer server = plain(ok("a"), ok("b"));
                HttpConnections connections = to(server)) {
            assertThat(body(connections)).isEqualTo("a");
            server.sendUnasked(ok("of nobody"));

            Await.until(() -> assertThat(body(connections)).isEqualTo("a"));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void waitsForTheAnswerBehindAnInterimOne() throws Exception {
        try (ScriptedServer server = plain("HTTP/1.1 102 Processing\r\n\r\n" + ok("a"));
                HttpConnections connections = to(server)) {
            assertThat(body(connections)).isEqualTo("a");
        }
    }

    @Test
    void givesUpAnAnswerThatIsTooLong() throws Exception {
        try (ScriptedServer server = plain(ok("a".repeat(64 * 1024 + 1)));
                HttpConnections connections = to(server)) {
            assertThatThrownBy(() -> body(connections)).isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void givesUpAnAnswerThatIsLate() throws Exception {
        try (ScriptedServer server = plain("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na");
                HttpConnections connections = to(server)) {
            assertThatThrownBy(() ->
                            connections.send(request(), Duration.ofMillis(200)).get())
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void speaksTlsWithWhomItTrusts() throws Exception {
        ServerKey key = ServerKey.make(folder, "127.0.0.1");
        try (ScriptedServer server = new ScriptedServer(key.listen(), "https", ok("a"), ok("b"));
                HttpConnections connections =
                        new HttpConnections(server.address(), PATIENCE, key.trusting(SslContextBuilder.forClient()))) {
            assertThat(body(connections)).isEqualTo("a");
            assertThat(body(connections)).isEqualTo("b");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void sendsNothingToWhomItDoesNotTrust() throws Exception {
        ServerKey key = ServerKey.make(folder, "127.0.0.1");
        try (ScriptedServer server = new ScriptedServer(key.listen(), "https", ok("a"));
                HttpConnections connections = to(server)) {
            assertNotConnected(connections);
            Await.until(() -> assertThat(server.failures()).hasSize(1));
        }
    }

    @Test
    void sendsNothingToWhomACertificateDoesNotName() throws Exception {
        ServerKey key = ServerKey.make(folder, "127.0.0.2");
        try (ScriptedServer server = new ScriptedServer(key.listen(), "https", ok("a"));
                HttpConnections connections =
                        new HttpConnections(server.address(), PATIENCE, key.trusting(SslContextBuilder.forClient()))) {
            assertNotConnected(connections);
        }
    }

    private static void assertNotConnected(HttpConnections connections) {
        assertThatThrownBy(() -> body(connections))
                .cause()
                .isInstanceOf(NotConnectedException.class)
                .hasCauseInstanceOf(SSLHandshakeException.class);
    }

    private static ScriptedServer plain(String... answers) throws IOException {
        return new ScriptedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", answers);
    }

    private static HttpConnections to(ScriptedServer server) {
        return new HttpConnections(server.address(), PATIENCE);
    }

    private static String body(HttpConnections connections) throws InterruptedException, ExecutionException {
        Future<Response> response = connections.send(request(), PATIENCE);
        return response.get().body();
    }

    private static DefaultFullHttpRequest request() {
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/a");
        request.headers().set("Host", "test");
        return request;
    }
}
