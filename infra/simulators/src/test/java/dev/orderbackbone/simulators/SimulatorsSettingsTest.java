package dev.orderbackbone.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.simulators.SimulatorsSettings.Part;
import dev.orderbackbone.simulators.config.Environment;
import dev.orderbackbone.simulators.config.Environment.Setting;
import dev.orderbackbone.simulators.faults.Outage;
import dev.orderbackbone.simulators.gateway.GatewayFault;
import dev.orderbackbone.simulators.mail.MailFault;
import dev.orderbackbone.simulators.warehouse.WarehouseSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatorsSettingsTest {

    @Test
    void defaults() {
        SimulatorsSettings settings = SimulatorsSettings.read(new Environment(Map.of()));

        assertThat(settings.parts()).isEqualTo(Set.of(Part.GATEWAY, Part.MAIL));
        assertThat(settings.dataFolder()).isEqualTo(Path.of(".backbone", "simulators"));
        assertThat(settings.fsync()).isFalse();
        assertThat(settings.gateway().port()).isEqualTo(8090);
        assertThat(settings.gateway().faults().latencyMs()).isEqualTo(5);
        assertThat(settings.gateway().faults().percents().values()).containsOnly(0.0);
        assertThat(settings.gateway().slow()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.gateway().hang()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.gateway().keyLifetime()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.mail().smtpPort()).isEqualTo(8025);
        assertThat(settings.mail().httpPort()).isEqualTo(8091);
        assertThat(settings.mail().faults().latencyMs()).isZero();
        assertThat(settings.warehouse())
                .isEqualTo(new WarehouseSettings(
                        8092, "127.0.0.1:9092", "http://127.0.0.1:8081/apis/ccompat/v7", true, Duration.ZERO, 20, 1));
    }

    @Test
    void everySettingIsMapped() {
        SimulatorsSettings defaults = SimulatorsSettings.read(new Environment(Map.of()));
        for (Setting setting : all()) {
            Map<String, String> variables = new HashMap<>(Map.of(setting.name(), other(setting)));
            if (setting.name().endsWith("_OUTAGE")) {
                variables.put(setting.name() + "_MS", "9");
            }
            Environment environment = new Environment(variables);

            SimulatorsSettings read = SimulatorsSettings.read(environment);

            assertThat(environment.problems()).as(setting.name()).isEmpty();
            assertThat(read).as(setting.name()).isNotEqualTo(defaults);
        }
    }

    @Test
    void readsFaultsByTheirNames() {
        SimulatorsSettings settings = SimulatorsSettings.read(new Environment(Map.of(
                "GATEWAY_DECLINE_PERCENT", "4.5",
                "GATEWAY_OUTAGE", "UNAVAILABLE",
                "MAIL_REJECT_TEMPORARY_PERCENT", "2",
                "SIMULATORS_SEED", "-7")));

        assertThat(settings.gateway().faults().percents()).containsEntry(GatewayFault.DECLINE, 4.5);
        assertThat(settings.gateway().faults().outage()).isEqualTo(Outage.UNAVAILABLE);
        assertThat(settings.mail().faults().percents()).containsEntry(MailFault.REJECT_TEMPORARY, 2.0);
        assertThat(settings.gateway().faults().seed()).isEqualTo(-7);
        assertThat(settings.mail().faults().seed()).isEqualTo(-7);
    }

    @Test
    void refusesAMisspeltSettingAndLeavesOthersOfTheSamePrefixAlone() {
        Environment environment = new Environment(Map.of(
                "GATEWAY_DECLINED_PERCENT", "4",
                "SIMULATORS_PORT", "1",
                "GATEWAY_URL", "http://127.0.0.1:8090"));

        SimulatorsSettings.read(environment);

        assertThat(environment.problems())
                .containsExactly(
                        "SIMULATORS_PORT is not a setting; --help lists all",
                        "GATEWAY_DECLINED_PERCENT is not a setting; --help lists all");
    }

    @Test
    void aClosedListenerMustOpenAgain() {
        Environment environment = new Environment(Map.of("GATEWAY_OUTAGE", "CLOSED"));

        SimulatorsSettings.read(environment);

        assertThat(environment.problems()).singleElement().asString().contains("GATEWAY_OUTAGE_MS");
    }

    @Test
    void helpListsEverySettingWithItsDefault() {
        for (Setting setting : all()) {
            assertThat(Help.text()).containsPattern("  " + setting.name() + " +" + setting.fallback());
        }
    }

    private static List<Setting> all() {
        Environment environment = new Environment(Map.of());
        SimulatorsSettings.read(environment);
        return environment.settings();
    }

    private static String other(Setting setting) {
        if (setting.rule().startsWith("some of")) {
            return "MAIL";
        }
        if (setting.rule().startsWith("one of")) {
            return "CLOSED";
        }
        if (setting.rule().startsWith("true")) {
            return setting.fallback().equals("true") ? "false" : "true";
        }
        return setting.name().endsWith("_BYTES") ? "2048" : "77";
    }
}
