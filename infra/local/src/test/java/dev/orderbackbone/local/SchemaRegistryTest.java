package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaRegistryTest {

    private static final String SCHEMA = "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}";

    @TempDir
    Path folder;

    private final KafkaBroker broker = KafkaBroker.onFreePorts(Distribution.ofBuild());
    private final SchemaRegistry registry = SchemaRegistry.onFreePorts(Distribution.ofBuild(), broker);

    @Test
    void knowsARegisteredSchemaAfterARestart() throws Exception {
        Launcher launcher = Launcher.forTests(folder, StartCache.Mode.READ_AND_WRITE);
        try (RunningComponent kafka = launcher.start(broker);
                RunningComponent running = launcher.start(registry)) {
            String registered = send(HttpRequest.newBuilder(subject())
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .POST(HttpRequest.BodyPublishers.ofString(SCHEMA)));
            assertThat(registered).contains("\"id\"");

            running.stop();
            running.restart();
            assertThat(send(HttpRequest.newBuilder(subject()).GET())).isEqualTo("[1]");
            assertThat(kafka.isAlive()).isTrue();
        }
    }

    private URI subject() {
        return URI.create(registry.url() + "/subjects/kept-value/versions");
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
