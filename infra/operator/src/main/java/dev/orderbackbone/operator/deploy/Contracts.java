package dev.orderbackbone.operator.deploy;

import dev.orderbackbone.schemas.deploy.TopicDeployment;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    /**
     * Makes what is missing, topics and schemas at the same time; quick where nothing is.
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
            List<String> topics = new TopicDeployment(admin, partitions, copies).createMissing(TOPICS_PATIENCE);
            return new Contracts(topics, subjects.get());
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failure.getCause());
        }
    }
}
