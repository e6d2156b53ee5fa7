package dev.orderbackbone.orderevents.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.orderevents.config.WithoutTheLog;
import dev.orderbackbone.orderevents.flow.OrdersInMemory;
import dev.orderbackbone.orderevents.flow.RecordingIntake;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real HTTP server on a free port, with a log and a read model in memory. To be registered as a static extension. */
final class IntakeServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Object> properties;
    private @Nullable EmbeddedServer server;
    private @Nullable HttpClient client;

    private IntakeServer(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** With the settings that the service has by itself. */
    static IntakeServer standard() {
        return with(Map.of());
    }

    /** With other settings. */
    static IntakeServer with(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("micronaut.server.port", -1);
        all.putIfAbsent("saga.enabled", false);
        all.putIfAbsent("datasources.default.enabled", false);
        return new IntakeServer(all);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = ApplicationContext.builder(WithoutTheLog.ENVIRONMENT)
                .deduceEnvironment(false)
                .properties(properties)
                .start()
                .getBean(EmbeddedServer.class)
                .start();
        client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        intake().reset();
        orders().reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(client).close();
        started().getApplicationContext().close();
    }

    RecordingIntake intake() {
        return started().getApplicationContext().getBean(RecordingIntake.class);
    }

    OrdersInMemory orders() {
        return started().getApplicationContext().getBean(OrdersInMemory.class);
    }

    int port() {
        return started().getPort();
    }

    /** Submits an order. */
    Reply submit(String idempotencyKey, String body) {
        return post("/v1/orders", body, "Idempotency-Key", idempotencyKey);
    }

    /** Submits an order. */
    Reply submit(String idempotencyKey, BodyPublisher body) {
        return send("POST", "/v1/orders", body, "Content-Type", "application/json", "Idempotency-Key", idempotencyKey);
    }

    /** Posts JSON. */
    Reply post(String path, String body, String... headers) {
        return post(path, body.getBytes(UTF_8), headers);
    }

    /** Posts what says to be JSON. */
    Reply post(String path, byte[] body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, BodyPublishers.ofByteArray(body), all);
    }

    Reply get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Sends any request; {@code headers} are names and values in turn. */
    Reply send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Reply(Objects.requireNonNull(client).send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path + " was not answered", failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private EmbeddedServer started() {
        return Objects.requireNonNull(server, "not started");
    }
}
