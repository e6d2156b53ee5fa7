package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalSettingsTest {

    @TempDir
    Path folder;

    @Test
    void hasDefaultsForEverything() {
        LocalSettings settings = load(Map.of());

        assertThat(settings.number(LocalKey.KAFKA_PORT)).isEqualTo(9092);
        assertThat(settings.number(LocalKey.ORDER_EVENTS_PORT)).isEqualTo(8080);
        assertThat(settings.text(LocalKey.KAFKA_HEAP)).isEqualTo("512m");
        assertThat(settings.isOn(LocalKey.START_CACHE)).isTrue();
    }

    @Test
    void prefersTheEnvironmentToTheFileAndTheFileToTheDefault() throws IOException {
        write("kafka.port=1111", "order-events.port=2222");

        LocalSettings settings = load(Map.of("BACKBONE_ORDER_EVENTS_PORT", "3333"));

        assertThat(settings.number(LocalKey.KAFKA_PORT)).isEqualTo(1111);
        assertThat(settings.number(LocalKey.ORDER_EVENTS_PORT)).isEqualTo(3333);
    }

    @ParameterizedTest
    @EnumSource(LocalKey.class)
    void readsEveryKeyFromTheFile(LocalKey key) throws IOException {
        String value = key.isPort() ? "7777" : key.fallback();
        write(key.key() + "=" + value);

        assertThat(load(Map.of()).text(key)).isEqualTo(value);
    }

    @Test
    void namesEveryProblemAtOnce() throws IOException {
        write("kafka.port=0", "registry.heap=lots", "start.cache=maybe", "kafka.prot=9092", "gateway.port=8080");

        assertThatThrownBy(() -> load(Map.of()))
                .asInstanceOf(type(InvalidSettings.class))
                .extracting(InvalidSettings::problems)
                .asInstanceOf(list(String.class))
                .anySatisfy(problem -> assertThat(problem).isEqualTo("kafka.port=0: must be a port from 1 to 65535"))
                .anySatisfy(problem -> assertThat(problem).startsWith("registry.heap=lots: must be a number of"))
                .anySatisfy(problem -> assertThat(problem).isEqualTo("start.cache=maybe: must be on or off"))
                .anySatisfy(problem -> assertThat(problem).startsWith("kafka.prot: there is no such setting"))
                .anySatisfy(problem -> assertThat(problem).isEqualTo("gateway.port, order-events.port: all are 8080"))
                .hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(LocalKey.class)
    void hasADefaultThatIsAllowed(LocalKey key) {
        assertThat(key.problem(key.fallback())).isEmpty();
    }

    @Test
    void givesTestsPortsThatAreAllDifferent() {
        LocalSettings settings = LocalSettings.onFreePorts();

        assertThat(Arrays.stream(LocalKey.values()).filter(LocalKey::isPort).map(settings::number))
                .doesNotHaveDuplicates()
                .doesNotContain(9092, 8080);
    }

    private LocalSettings load(Map<String, String> environment) {
        return LocalSettings.load(DataFolder.of(folder), environment);
    }

    private void write(String... lines) throws IOException {
        Files.write(folder.resolve(LocalSettings.FILE), List.of(lines));
    }
}
