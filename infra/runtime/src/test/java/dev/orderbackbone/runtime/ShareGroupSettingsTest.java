package dev.orderbackbone.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker. */
class ShareGroupSettingsTest {
    @TempDir
    static Path folder;

    private static CallLog log;
    private static Admin admin;

    @BeforeAll
    static void startBroker() throws Exception {
        log = CallLog.start(folder);
        admin = Admin.create(log.kafka().clientProperties());
    }

    @AfterAll
    static void stopBroker() {
        admin.close();
        log.close();
    }

    @Test
    void areSetWhereNobodySetThem() throws Exception {
        assertThat(settings("untouched")).isNotEqualTo(ShareGroupSettings.REQUIRED);

        ShareGroupSettings.ensure(admin, "untouched");

        assertThat(settings("untouched")).isEqualTo(ShareGroupSettings.REQUIRED);
    }

    @Test
    void areWaitedForWhereTheBrokerLearnsOfThemLate() throws Exception {
        ShareGroupSettings.ensure(LateBroker.of(admin, 1), "late");

        assertThat(settings("late")).isEqualTo(ShareGroupSettings.REQUIRED);
    }

    @Test
    void areLeftAloneWhereTheyAreRight() throws Exception {
        ShareGroupSettings.ensure(admin, "twice");
        ShareGroupSettings.ensure(admin, "twice");

        assertThat(settings("twice")).isEqualTo(ShareGroupSettings.REQUIRED);
    }

    @Test
    void areNotOverruledWhereSomebodySetThemOtherwise() throws Exception {
        set("spoilt", "share.isolation.level", "read_uncommitted");

        assertThatIllegalStateException()
                .isThrownBy(() -> ShareGroupSettings.ensure(admin, "spoilt"))
                .withMessageContaining("share.isolation.level=read_uncommitted (must be read_committed)");
        assertThat(settings("spoilt")).containsEntry("share.auto.offset.reset", "latest");
    }

    private static void set(String group, String name, String value) throws ExecutionException, InterruptedException {
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource(group), List.of(change)))
                .all()
                .get();
        Await.until("the setting is known", () -> value.equals(settings(group).get(name)));
    }

    private static Map<String, String> settings(String group) {
        Map<String, String> settings = new HashMap<>();
        try {
            admin.describeConfigs(List.of(resource(group)))
                    .all()
                    .get()
                    .forEach((resource, config) ->
                            config.entries().forEach(entry -> settings.put(entry.name(), entry.value())));
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
        settings.keySet().retainAll(ShareGroupSettings.REQUIRED.keySet());
        return settings;
    }

    private static ConfigResource resource(String group) {
        return new ConfigResource(ConfigResource.Type.GROUP, group);
    }
}
