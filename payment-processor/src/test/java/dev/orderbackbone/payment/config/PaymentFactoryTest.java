package dev.orderbackbone.payment.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.payment.SimulatedGateway;
import dev.orderbackbone.payment.adapter.GatewaySettings;
import dev.orderbackbone.payment.domain.AskSchedule;
import dev.orderbackbone.payment.domain.PaymentRules;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole service as it is wired, on a real broker and the gateway simulator. */
class PaymentFactoryTest {
    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(4);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private SimulatedGateway gateway;
    private EmbeddedServer service;

    @BeforeEach
    void start() throws Exception {
        gateway = SimulatedGateway.start(folder.resolve("gateway"));
        service = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "micronaut.server.port", "-1",
                        "kafka.bootstrap-servers", KAFKA.bootstrapServers(),
                        "gateway.url", gateway.address().toString(),
                        "gateway.connect-timeout", "3s",
                        "payment.ask-after", "10s,20s",
                        "streams.state-dir", folder.resolve("state").toString(),
                        "streams.replication-factor", "1"));
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
        gateway.close();
        client.close();
    }

    @Test
    void paysAndShowsHowItIs() throws Exception {
        KAFKA.send(new AuthorizePayment(meta(), 2_500, "EUR", "tok_ok"));
        Await.until(() ->
                assertThat(KAFKA.messages(Topics.PAYMENTS_EVENTS)).hasAtLeastOneElementOfType(PaymentAuthorized.class));

        Await.until(() -> assertThat(get("/health/readiness").statusCode()).isEqualTo(200));
        assertThat(get("/health/readiness").body())
                .contains("\"streams\"", "\"effects\"", "\"gateway\"", "\"circuit\":\"closed\"");
        assertThat(get("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/prometheus").body())
                .contains("backbone_gateway_calls_total{operation=\"AUTHORIZE\",outcome=\"APPROVED\"} 1.0")
                .contains("backbone_effects_total{outcome=\"ANSWERED\",topic=\"payments.calls.v1\"} 1.0")
                .contains("backbone_effects_under_way{topic=\"payments.calls.v1\"} 0.0")
                .contains("backbone_gateway_circuit_open 0.0")
                .contains("backbone_inputs_total{outcome=\"EFFECT\",reason=\"\",topic=\"payments.commands.v1\"} 1.0");
        assertThat(service.getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void readsItsSettings() {
        ApplicationContext context = service.getApplicationContext();

        assertThat(context.getBean(GatewaySettings.class))
                .isEqualTo(new GatewaySettings(
                        gateway.address(),
                        null,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        20));
        assertThat(context.getBean(PaymentSettings.class).rules())
                .isEqualTo(new PaymentRules(
                        Duration.ofMinutes(1),
                        new AskSchedule(
                                List.of(Duration.ofSeconds(10), Duration.ofSeconds(20)), Duration.ofHours(24))));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(service.getURI().resolve(path)).build(), BodyHandlers.ofString());
    }

    private static Meta meta() {
        Instant now = Instant.now();
        UUID id = EventIds.root(now, UUID.randomUUID());
        return new Meta(id, "order-1", 0, now, id, "store-1");
    }
}
