package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Lets the broker write each order that is taken in to the disk before it says so: then what was answered 202 survives the loss of power, too. */
final class IntakeFlush {
    private static final String EVERY_APPEND = "1";

    private IntakeFlush() {}

    static void set(Map<String, Object> kafka) throws InterruptedException {
        ConfigResource intake = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS_INTAKE.name());
        ConfigEntry flush = new ConfigEntry(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, EVERY_APPEND);
        try (Admin admin = Admin.create(kafka)) {
            admin.incrementalAlterConfigs(Map.of(intake, List.of(new AlterConfigOp(flush, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            throw new BenchFailure("the intake topic cannot be set: " + refused.getCause(), refused);
        }
    }
}
