package dev.orderbackbone.benchmarks.contender.ours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.local.LocalSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSettingsTest {
    @TempDir
    Path folder;

    private final StackSettings settings = new StackSettings(2, 3, 5, true, false, 64, 1_024, true, false);

    @Test
    void runsWithoutWarehouseAndGatewayOnPortsOfItsOwn() {
        LocalSettings local = settings.local(DataFolder.of(folder), Map.of("BACKBONE_KAFKA_PORT", "9092"));

        assertThat(local.text(LocalKey.SIMULATORS_RUN)).isEqualTo("MAIL");
        assertThat(local.number(LocalKey.KAFKA_PARTITIONS)).isEqualTo(2);
        assertThat(Stream.of(LocalKey.values())
                        .filter(key -> key.key().endsWith(".port"))
                        .map(local::number))
                .doesNotHaveDuplicates()
                .doesNotContain(9092);
    }

    @Test
    void runsTheGatewayThatKeepsALedgerWhereOneIsWanted() {
        LocalSettings local = settings.withLedger().local(DataFolder.of(folder), Map.of());

        assertThat(local.text(LocalKey.SIMULATORS_RUN)).isEqualTo("GATEWAY,MAIL");
        assertThat(local.text(LocalKey.SIMULATORS_HEAP)).isEqualTo("2g");
    }

    @Test
    void letsWhatTheUserHasSetWinOverWhatTheBenchmarkSets() {
        LocalSettings local = settings.local(
                DataFolder.of(folder),
                Map.of(
                        "BACKBONE_POSTGRESQL_SETTINGS", "shared_buffers=1GB",
                        "BACKBONE_SERVICES_SETTINGS", "STREAMS_THREADS=4",
                        "BACKBONE_KAFKA_HEAP", "2g"));

        assertThat(local.text(LocalKey.POSTGRESQL_SETTINGS))
                .contains("shared_preload_libraries=pg_stat_statements")
                .endsWith(" shared_buffers=1GB");
        assertThat(local.text(LocalKey.SERVICES_SETTINGS))
                .isEqualTo("STREAMS_THREADS=3 PROJECTION_THREADS=3 ORDERS_POOLS_PER_LOCATION=5 STREAMS_THREADS=4");
        assertThat(local.text(LocalKey.KAFKA_HEAP)).isEqualTo("2g");
    }
}
