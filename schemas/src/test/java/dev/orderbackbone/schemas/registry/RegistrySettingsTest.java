package dev.orderbackbone.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrySettingsTest {
    private static final Map<String, String> URL = Map.of("SCHEMA_REGISTRY_URL", "http://a:8081");

    @Test
    void theAddressIsAllThatMustBeSet() {
        assertThat(RegistrySettings.fromEnvironment(URL))
                .isEqualTo(new RegistrySettings(
                        List.of(URI.create("http://a:8081")),
                        new Authentication.None(),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        5,
                        Duration.ofMillis(200),
                        Duration.ofMinutes(5)));
        assertThatThrownBy(() -> RegistrySettings.fromEnvironment(Map.of("PATH", "/bin")))
                .hasMessageContaining("SCHEMA_REGISTRY_URL is not set");
    }

    @Test
    void everySettingIsTaken() {
        Map<String, String> environment = Map.of(
                "SCHEMA_REGISTRY_URL", "http://a:1, https://b/apis/ccompat/v7",
                "SCHEMA_REGISTRY_USER", "u",
                "SCHEMA_REGISTRY_PASSWORD", "p",
                "SCHEMA_REGISTRY_CONNECT_TIMEOUT_MS", "1",
                "SCHEMA_REGISTRY_REQUEST_TIMEOUT_MS", "2",
                "SCHEMA_REGISTRY_ATTEMPTS", "3",
                "SCHEMA_REGISTRY_BACKOFF_MS", "4",
                "SCHEMA_REGISTRY_START_TIMEOUT_MS", "5");

        assertThat(RegistrySettings.fromEnvironment(environment))
                .isEqualTo(new RegistrySettings(
                        List.of(URI.create("http://a:1"), URI.create("https://b/apis/ccompat/v7")),
                        new Authentication.Basic("u", "p"),
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        3,
                        Duration.ofMillis(4),
                        Duration.ofMillis(5)));
        assertThat(RegistrySettings.fromEnvironment(and("SCHEMA_REGISTRY_TOKEN", "t"))
                        .authentication())
                .isEqualTo(new Authentication.Bearer("t"));
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEMA_REGISTRY_URLS, http://a, unknown settings [SCHEMA_REGISTRY_URLS]",
        "SCHEMA_REGISTRY_URL, kafka://a, not an http(s) address: kafka://a",
        "SCHEMA_REGISTRY_URL, http://u:p@a, belong into settings of their own",
        "SCHEMA_REGISTRY_USER, u, belong together",
        "SCHEMA_REGISTRY_PASSWORD, p, belong together",
        "SCHEMA_REGISTRY_ATTEMPTS, 0, attempts must be 1 to 100",
        "SCHEMA_REGISTRY_ATTEMPTS, 101, attempts must be 1 to 100",
        "SCHEMA_REGISTRY_ATTEMPTS, many, SCHEMA_REGISTRY_ATTEMPTS must be a whole number",
        "SCHEMA_REGISTRY_BACKOFF_MS, 0, backoff must be positive",
        "SCHEMA_REGISTRY_CONNECT_TIMEOUT_MS, 0, connect timeout must be positive",
        "SCHEMA_REGISTRY_REQUEST_TIMEOUT_MS, -1, request timeout must be positive",
        "SCHEMA_REGISTRY_START_TIMEOUT_MS, 0, start timeout must be positive"
    })
    void whatMakesNoSenseFailsAtTheStart(String name, String value, String complaint) {
        assertThatThrownBy(() -> RegistrySettings.fromEnvironment(and(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aTokenAndAPasswordContradictEachOther() {
        Map<String, String> environment = and("SCHEMA_REGISTRY_TOKEN", "t");
        environment.put("SCHEMA_REGISTRY_USER", "u");

        assertThatThrownBy(() -> RegistrySettings.fromEnvironment(environment)).hasMessageContaining("not both");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new Authentication.Basic("user", "s3cret").toString())
                .contains("user")
                .doesNotContain("s3cret");
        assertThat(new Authentication.Bearer("s3cret").toString()).doesNotContain("s3cret");
    }

    private static Map<String, String> and(String name, String value) {
        Map<String, String> environment = new HashMap<>(URL);
        environment.put(name, value);
        return environment;
    }
}
