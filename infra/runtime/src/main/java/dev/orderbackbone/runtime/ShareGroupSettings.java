package dev.orderbackbone.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the share group of an effect worker must be set to on the broker. The defaults of Kafka 4.3 would lose requests that were written
 * before the first worker came, and would carry out requests of transactions that were aborted.
 */
public final class ShareGroupSettings {
    /** How long the broker keeps a delivered request for its worker, if the worker's connection lives as long. */
    public static final Duration LOCK_DURATION = Duration.ofSeconds(30);

    /** The settings of the group, by their names on the broker. The deployment may set them; a worker that finds them unset does. */
    public static final Map<String, String> REQUIRED = Map.of(
            "share.isolation.level", "read_committed",
            "share.auto.offset.reset", "earliest",
            "share.record.lock.duration.ms", Long.toString(LOCK_DURATION.toMillis()),
            "share.delivery.count.limit", "10");

    private static final Logger log = LoggerFactory.getLogger(ShareGroupSettings.class);

    /** Group settings reach every broker through the metadata log: long enough for a broker that is not fenced. */
    private static final Duration UNTIL_EVERY_BROKER_KNOWS = Duration.ofSeconds(2);

    /** On a busy machine the broker that is asked may itself take longer than that. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private ShareGroupSettings() {}

    /**
     * Sets what was never set, and returns when the group is as required.
     *
     * @throws IllegalStateException if somebody has set it otherwise (that is not overruled: both cannot be right), or it cannot be set.
     * @throws InterruptedException if interrupted while waiting for the broker.
     */
    public static void ensure(Admin admin, String group) throws InterruptedException {
        Map<String, String> unset = unset(admin, group);
        if (unset.isEmpty()) {
            return;
        }
        log.info("setting {} of share group {}", unset, group);
        set(admin, group, unset);
        awaitKnown(admin, group);
    }

    private static void awaitKnown(Admin admin, String group) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Thread.sleep(UNTIL_EVERY_BROKER_KNOWS);
            Map<String, String> still = unset(admin, group);
            if (still.isEmpty()) {
                return;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the broker does not keep " + still + " of share group " + group);
            }
        }
    }

    private static Map<String, String> unset(Admin admin, String group) throws InterruptedException {
        Config config = describe(admin, group);
        Map<String, String> unset = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        REQUIRED.forEach((name, value) -> {
            ConfigEntry entry = config.get(name);
            if (entry == null) {
                wrong.add(name + " (unknown to this broker: it is older than Kafka 4.2)");
            } else if (entry.source() != ConfigSource.DYNAMIC_GROUP_CONFIG) {
                unset.put(name, value);
            } else if (!value.equals(entry.value())) {
                wrong.add(name + "=" + entry.value() + " (must be " + value + ")");
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("share group " + group + " must not be used as it is set: " + wrong);
        }
        return unset;
    }

    private static Config describe(Admin admin, String group) throws InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        try {
            return Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
        } catch (ExecutionException failure) {
            throw new IllegalStateException("cannot read the settings of share group " + group, failure.getCause());
        }
    }

    private static void set(Admin admin, String group, Map<String, String> values) throws InterruptedException {
        Collection<AlterConfigOp> changes = values.entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, group), changes))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("cannot set " + values + " of share group " + group, failure.getCause());
        }
    }
}
