package dev.orderbackbone.projection.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionSettingsTest {
    private static final ProjectionSettings DEFAULTS = new ProjectionSettings(
            false,
            1,
            2_000,
            Duration.ofMillis(30),
            65_536,
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            0);

    @Test
    void hasDefaults() {
        assertThat(settings(Map.of())).isEqualTo(DEFAULTS);
    }

    @Test
    void isReadFromItsKeys() {
        assertThat(settings(Map.of(
                        "projection.threads",
                        2,
                        "projection.most-records",
                        500,
                        "projection.linger",
                        "10ms",
                        "projection.enough-bytes",
                        1,
                        "projection.heartbeat",
                        "200ms",
                        "projection.takeover",
                        "3s",
                        "projection.longest-pause",
                        "1s",
                        "projection.read-version",
                        7)))
                .isEqualTo(new ProjectionSettings(
                        false,
                        2,
                        500,
                        Duration.ofMillis(10),
                        1,
                        Duration.ofMillis(200),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(1),
                        7));
    }

    @ParameterizedTest
    @CsvSource({
        "threads, 0",
        "most-records, 0",
        "most-records, 100001",
        "linger, 10s",
        "enough-bytes, 0",
        "heartbeat, 1ms",
        "takeover, 1999ms",
        "longest-pause, 0s",
        "read-version, -1"
    })
    void refusesWhatIsOutOfRangeAndNamesIt(String key, String value) {
        assertThatThrownBy(() -> settings(Map.of("projection." + key, value)))
                .hasStackTraceContaining("projection." + key + " must");
    }

    /** Switched off, as nothing is to be started here. */
    private static ProjectionSettings settings(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("projection.enabled", false);
        all.put("inventory.enabled", false);
        try (ApplicationContext context = ApplicationContext.run(all)) {
            return context.getBean(ProjectionSettings.class);
        }
    }
}
