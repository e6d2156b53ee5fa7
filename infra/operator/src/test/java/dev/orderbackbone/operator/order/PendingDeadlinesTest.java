package dev.orderbackbone.operator.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.orderbackbone.runtime.KeyDeadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PendingDeadlinesTest {
    private static final String ORDER = "0123456789abcdefghjkmnpq";

    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void gathersWhatEachProcessHolds() throws Exception {
        URI one = answering(200, said("a", true, "\"2026-11-28T10:00:00Z\""));
        URI without = answering(200, said("b", true, "null"));
        URI other = answering(200, said("a", false, "null"));

        PendingDeadlines found = PendingDeadlines.of(List.of(one, without, other), ORDER);

        assertThat(found.held())
                .containsExactly(
                        new KeyDeadline("a", ORDER, true, "2026-11-28T10:00:00Z"),
                        new KeyDeadline("b", ORDER, true, null));
        assertThat(found.unknown()).isEmpty();
    }

    @Test
    void saysWhoCouldNotSayIt() throws Exception {
        URI restoring = answering(503, "");
        URI former = answering(404, "");
        URI nobody = answering(200, "hello");
        URI closed = answering(200, "");
        servers.removeLast().stop(0);

        PendingDeadlines found = PendingDeadlines.of(List.of(restoring, former, nobody, closed), ORDER);

        assertThat(found.held()).isEmpty();
        assertThat(found.unknown()).hasSize(4);
        assertThat(found.unknown().get(0)).contains(restoring.toString()).contains("answers 503");
        assertThat(found.unknown().get(1)).contains(former.toString()).contains("answers 404");
        assertThat(found.unknown().get(2)).contains(nobody.toString()).contains("not answer as a service does");
        assertThat(found.unknown().get(3)).contains(closed.toString()).contains("does not answer");
    }

    private static String said(String service, boolean held, String deadline) {
        return "{\"service\":\"" + service + "\",\"key\":\"" + ORDER + "\",\"held\":" + held + ",\"deadline\":"
                + deadline + "}";
    }

    private URI answering(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/deadlines/" + ORDER, exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
