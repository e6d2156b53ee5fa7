package dev.orderbackbone.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSchemaRegistryClientTest {
    private static final Schema SCHEMA =
            SchemaBuilder.record("R").fields().requiredString("x").endRecord();
    private static final String BODY = """
            "schema":"{\\"type\\":\\"record\\",\\"name\\":\\"R\\",\\"fields\\":[{\\"name\\":\\"x\\",\\"type\\":\\"string\\"}]}\"""";

    private final PlayedRegistry registry;

    HttpSchemaRegistryClientTest() throws IOException {
        registry = new PlayedRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void registersUnderTheSubject() {
        int id = registry.replies(200, "{\"id\":42,\"more\":{\"nested\":[1]}}")
                .client()
                .register("topic-a b/c", SCHEMA);

        assertThat(id).isEqualTo(42);
        PlayedRegistry.Request request = registry.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/subjects/topic-a%20b%2Fc/versions");
        assertThat(request.body()).contains(BODY).contains("\"schemaType\":\"AVRO\"");
        assertThat(request.authorization()).isEmpty();
    }

    @Test
    void looksUpIdsByContent() {
        HttpSchemaRegistryClient client = registry.replies(200, "{\"subject\":\"s\",\"version\":1,\"id\":7}")
                .replies(404, "{\"error_code\":40401,\"message\":\"Subject not found\"}")
                .replies(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}")
                .client();

        assertThat(client.idOf("s", SCHEMA)).hasValue(7);
        assertThat(client.idOf("s", SCHEMA)).isEmpty();
        assertThat(client.idOf("s", SCHEMA)).isEmpty();
        assertThat(registry.requests()).extracting(PlayedRegistry.Request::path).containsOnly("/subjects/s");
    }

    @Test
    void asksForTheSchemaOfAnIdOnceForAll() {
        HttpSchemaRegistryClient client =
                registry.replies(200, "{" + BODY + "}").client();

        assertThat(client.schemaById(5)).isEqualTo(SCHEMA);
        assertThat(client.schemaById(5)).isEqualTo(SCHEMA);
        assertThat(registry.requests()).extracting(PlayedRegistry.Request::path).containsExactly("/schemas/ids/5");
    }

    @Test
    void tellsAnUnknownIdFromAnAnswerThatIsNone() {
        HttpSchemaRegistryClient client = registry.replies(
                        404, "{\"error_code\":40403,\"message\":\"Schema not found\"}")
                .replies(404, "<html>no such page</html>")
                .client();

        assertThatThrownBy(() -> client.schemaById(5))
                .isInstanceOf(UnknownSchemaIdException.class)
                .hasMessageContaining("5");
        assertThatThrownBy(() -> client.schemaById(5))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("/schemas/ids/5")
                .hasMessageContaining("404");
    }

    @Test
    void anIdOfSomethingElseIsAsGoodAsUnknown() {
        HttpSchemaRegistryClient client = registry.replies(200, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}")
                .replies(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}")
                .client();

        for (int id : new int[] {5, 6}) {
            assertThatThrownBy(() -> client.schemaById(id)).isInstanceOf(UnknownSchemaIdException.class);
        }
    }

    @Test
    void idsThatNoRegistryHandsOutAreNotAskedFor() {
        HttpSchemaRegistryClient client = registry.client();

        for (int id : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> client.schemaById(id)).isInstanceOf(UnknownSchemaIdException.class);
        }
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void asksWhetherASchemaIsCompatible() {
        HttpSchemaRegistryClient client = registry.replies(200, "{\"is_compatible\":true}")
                .replies(200, "{\"is_compatible\":false,\"messages\":[\"why\",\"and why\"]}")
                .replies(404, "{\"error_code\":40401,\"message\":\"Subject not found\"}")
                .client();

        assertThat(client.compatibility("s", SCHEMA)).isEqualTo(new Compatibility(true, List.of()));
        assertThat(client.compatibility("s", SCHEMA)).isEqualTo(new Compatibility(false, List.of("why", "and why")));
        assertThat(client.compatibility("s", SCHEMA).compatible()).isTrue();
        assertThat(registry.requests().getFirst().path()).isEqualTo("/compatibility/subjects/s/versions?verbose=true");
    }

    @Test
    void setsTheCompatibilityOfASubject() {
        registry.replies(200, "{\"compatibility\":\"FULL\"}").client().setCompatibility("s", CompatibilityLevel.FULL);

        PlayedRegistry.Request request = registry.requests().getFirst();
        assertThat(request.method() + " " + request.path()).isEqualTo("PUT /config/s");
        assertThat(request.body()).isEqualTo("{\"compatibility\":\"FULL\"}");
    }

    @Test
    void aRefusalNamesAddressAndSubjectAndTheRegistrysOwnCodeAndReasonAndIsNotRepeated() {
        HttpSchemaRegistryClient client = registry.replies(
                        409, "{\"error_code\":40901,\"message\":\"incompatible because\"}")
                .client();

        RegistryRefusedException refusal =
                catchThrowableOfType(RegistryRefusedException.class, () -> client.register("the-subject", SCHEMA));

        assertThat(refusal)
                .hasMessage("POST " + registry.url()
                        + "/subjects/the-subject/versions was answered with 409 (error 40901): incompatible because");
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.errorCode()).isEqualTo(40901);
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void anAnswerWithoutWhatWasAskedForIsRefused() {
        HttpSchemaRegistryClient client = registry.replies(200, "not json")
                .replies(200, "{\"id\":\"x\"}")
                .replies(200, "[1]")
                .client();

        assertThatThrownBy(() -> client.register("s", SCHEMA)).hasMessageContaining("is this a schema registry?");
        assertThatThrownBy(() -> client.register("s", SCHEMA)).hasMessageContaining("which is no number");
        assertThatThrownBy(() -> client.register("s", SCHEMA)).hasMessageContaining("is this a schema registry?");
    }

    @Test
    void errorsOfTheServerAndSilenceAreTriedAgain() {
        HttpSchemaRegistryClient client = registry.replies(503, "")
                .replies(0, "")
                .replies(200, "{\"id\":1}")
                .client();

        assertThat(client.register("s", SCHEMA)).isEqualTo(1);
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void tooManyRequestsAreTriedAgain() {
        assertThat(registry.replies(429, "slow down")
                        .replies(200, "{\"id\":1}")
                        .client()
                        .register("s", SCHEMA))
                .isEqualTo(1);
    }

    @Test
    void givesUpAfterAsManyAttemptsAsTheSettingsSay() {
        HttpSchemaRegistryClient client = registry.replies(500, "{\"error_code\":50001,\"message\":\"store broken\"}")
                .replies(500, "{\"error_code\":50001,\"message\":\"store broken\"}")
                .replies(500, "{\"error_code\":50001,\"message\":\"store broken\"}")
                .replies(200, "{\"id\":1}")
                .client();

        assertThatThrownBy(() -> client.register("s", SCHEMA))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("after 3 attempts")
                .hasMessageContaining("store broken");
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void goesOnWithTheNextAddressAndStaysThere() throws IOException {
        try (PlayedRegistry second = new PlayedRegistry()) {
            HttpSchemaRegistryClient client =
                    registry.client(PlayedRegistry.settings(registry.url() + "/, " + second.url() + "/base/"));
            registry.replies(503, "broken");
            second.replies(200, "{\"id\":1}").replies(200, "{\"id\":2}");

            assertThat(client.register("s", SCHEMA)).isEqualTo(1);
            assertThat(client.register("s", SCHEMA)).isEqualTo(2);
            assertThat(registry.requests()).hasSize(1);
            assertThat(second.requests())
                    .extracting(PlayedRegistry.Request::path)
                    .containsExactly("/base/subjects/s/versions", "/base/subjects/s/versions");
        }
    }

    @Test
    void saysWhoItIsIfItWasToldTo() {
        registry.replies(200, "{\"id\":1}")
                .client(with(new Authentication.Basic("Aladdin", "open sesame")))
                .register("s", SCHEMA);
        assertThat(registry.requests().getFirst().authorization())
                .contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="); // RFC 7617

        registry.replies(200, "{\"id\":1}")
                .client(with(new Authentication.Bearer("t0ken")))
                .register("s", SCHEMA);
        assertThat(registry.requests().getFirst().authorization()).isEqualTo(Optional.of("Bearer t0ken"));
    }

    @Test
    void anInterruptionEndsTheAttemptsAndIsKept() {
        HttpSchemaRegistryClient client = registry.client();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.register("s", SCHEMA)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private RegistrySettings with(Authentication authentication) {
        return new RegistrySettings(
                RegistrySettings.of(registry.url()).urls(),
                authentication,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                1,
                Duration.ofMillis(1),
                Duration.ofSeconds(30));
    }
}
