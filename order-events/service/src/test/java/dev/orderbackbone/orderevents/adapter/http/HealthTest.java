package dev.orderbackbone.orderevents.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ready means that orders can be taken in; alive means that a restart would not help. */
class HealthTest {
    /** Nobody listens there. */
    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.with(Map.of("kafka.bootstrap-servers", "127.0.0.1:9"));

    @Test
    void withoutTheLogItIsNotReadyAndSaysWhy() {
        Reply reply = SERVER.get("/health/readiness");
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.body()).contains("\"log\":{", "\"status\":\"DOWN\"", "\"error\":");
    }

    @Test
    void withoutTheLogItIsAlive() {
        Reply reply = SERVER.get("/health/liveness");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void metricsAreThoseOfPrometheus() {
        SERVER.submit("key", Json.order().toString()).isAccepted();
        Reply reply = SERVER.get("/prometheus");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/plain");
        assertThat(reply.body()).contains("jvm_memory_used_bytes", "http_server_requests_seconds_count");
    }
}
