package dev.orderbackbone.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ColdStartTest {
    @Test
    void waitsForARegistryThatComesLate() throws Exception {
        int port = freePort();
        CompletableFuture<HttpSchemaRegistryClient> connecting = CompletableFuture.supplyAsync(
                () -> HttpSchemaRegistryClient.connect(PlayedRegistry.settings("http://127.0.0.1:" + port)));
        assertThat(connecting).isNotDone();

        try (PlayedRegistry late = new PlayedRegistry(port)) {
            late.replies(503, "still starting").replies(200, "[\"AVRO\"]");

            assertThat(connecting.get(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(late.requests()).hasSize(2);
        }
    }

    @Test
    void asksAgainWhereOnlyTheHeadOfAnAnswerCame() throws Exception {
        try (PlayedRegistry stalled = new PlayedRegistry()) {
            stalled.repliesOnlyTheHead().replies(200, "[\"AVRO\"]");

            assertThat(HttpSchemaRegistryClient.connect(
                            withTimeouts(stalled.url(), Duration.ofMillis(200), Duration.ofSeconds(30))))
                    .isNotNull();
            assertThat(stalled.requests()).hasSize(2);
        }
    }

    @Test
    void givesUpInTheEndAndSaysWhatItWaitedFor() throws IOException {
        int port = freePort();
        RegistrySettings impatient =
                withTimeouts("http://127.0.0.1:" + port, Duration.ofSeconds(2), Duration.ofMillis(50));

        assertThatThrownBy(() -> HttpSchemaRegistryClient.connect(impatient))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageMatching("gave up the schema registry after [0-3] s: .*")
                .hasMessageContaining("http://127.0.0.1:" + port + "/schemas/types");
    }

    @Test
    void doesNotWaitForARegistryThatDoesNotLetUsIn() throws IOException {
        try (PlayedRegistry registry = new PlayedRegistry()) {
            registry.replies(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");

            assertThatThrownBy(() -> HttpSchemaRegistryClient.connect(PlayedRegistry.settings(registry.url())))
                    .isInstanceOf(RegistryRefusedException.class)
                    .hasMessageContaining("401");
        }
    }

    @Test
    void doesNotWaitForWhatIsNoRegistry() throws IOException {
        try (PlayedRegistry somethingElse = new PlayedRegistry()) {
            somethingElse.replies(404, "no such page");

            assertThatThrownBy(() -> HttpSchemaRegistryClient.connect(PlayedRegistry.settings(somethingElse.url())))
                    .isInstanceOf(RegistryRefusedException.class)
                    .hasMessageContaining(somethingElse.url() + "/schemas/types")
                    .hasMessageContaining("404");
        }
    }

    private static int freePort() throws IOException {
        try (PlayedRegistry registry = new PlayedRegistry()) {
            return registry.port();
        }
    }

    private static RegistrySettings withTimeouts(String url, Duration requestTimeout, Duration startTimeout) {
        RegistrySettings settings = PlayedRegistry.settings(url);
        return new RegistrySettings(
                settings.urls(),
                settings.authentication(),
                settings.connectTimeout(),
                requestTimeout,
                settings.attempts(),
                settings.backoff(),
                startTimeout);
    }
}
