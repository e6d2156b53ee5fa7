package dev.orderbackbone.operator.deploy;

import dev.orderbackbone.runtime.EffectTopology;
import dev.orderbackbone.runtime.ShareGroupSettings;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.deploy.TopicDeployment;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;

/**
 * What the services expect to find on a cluster.
 *
 * @param topics that were created.
 * @param subjects that got a new schema.
 */
public record Contracts(List<String> topics, List<String> subjects) {
    private static final Duration TOPICS_PATIENCE = Duration.ofSeconds(60);
    private static final List<String> WITH_EFFECTS = List.of(Topics.PAYMENT, Topics.NOTIFICATION);

    /**
     * Makes what is missing, all at the same time; quick where nothing is.
     *
     * @param partitions of every topic.
     * @param copies of every partition; -1 for the broker's default.
     * @throws RuntimeException what stands in the way, such as a topic with another number of partitions or an incompatible schema.
     */
    public static Contracts deploy(
            Map<String, Object> kafkaProperties, SchemaRegistryClient registry, int partitions, short copies)
            throws InterruptedException {
        try (Admin admin = Admin.create(kafkaProperties);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> subjects = threads.submit(() -> SchemaDeployment.registerMissing(registry));
            List<Future<?>> groups = new ArrayList<>();
            for (String service : WITH_EFFECTS) {
                groups.add(threads.submit(ensureGroup(admin, EffectTopology.groupOf(service))));
            }
            List<String> topics = new TopicDeployment(admin, partitions, copies).createMissing(TOPICS_PATIENCE);
            for (Future<?> group : groups) {
                group.get();
            }
            return new Contracts(topics, subjects.get());
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failure.getCause());
        }
    }

    private static Callable<Boolean> ensureGroup(Admin admin, String group) {
        return () -> {
            ShareGroupSettings.ensure(admin, group);
            return true;
        };
    }
}
