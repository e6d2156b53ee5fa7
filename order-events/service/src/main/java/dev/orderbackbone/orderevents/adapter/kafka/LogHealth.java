package dev.orderbackbone.orderevents.adapter.kafka;

import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Ready while the topics that the HTTP side writes to can be written to: the broker answers, and each partition has a leader. */
public final class LogHealth implements HealthIndicator, AutoCloseable {
    private static final String NAME = "log";
    private static final int PATIENCE_MS = 1_000;
    private static final List<String> TOPICS = List.of(Topics.ORDERS_INTAKE, Topics.INVENTORY_COMMANDS).stream()
            .map(Topic::name)
            .toList();

    private final Admin admin;

    private LogHealth(Admin admin) {
        this.admin = admin;
    }

    /** Makes the client, which connects in the background. */
    public static LogHealth connect(KafkaSettings kafka) {
        return new LogHealth(Admin.create(kafka.clientProperties()));
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCompletionStage(this::ask);
    }

    /** Asks the broker, without waiting for it. */
    CompletionStage<HealthResult> ask() {
        return admin.describeTopics(TOPICS, new DescribeTopicsOptions().timeoutMs(PATIENCE_MS))
                .allTopicNames()
                .toCompletionStage()
                .thenApply(LogHealth::result)
                .exceptionally(failure -> down(String.valueOf(failure.getMessage())));
    }

    @Override
    public void close() {
        admin.close(Duration.ofMillis(PATIENCE_MS));
    }

    private static HealthResult result(Map<String, TopicDescription> topics) {
        List<String> leaderless = topics.values().stream()
                .filter(topic -> topic.partitions().stream().anyMatch(partition -> partition.leader() == null))
                .map(TopicDescription::name)
                .toList();
        return leaderless.isEmpty()
                ? HealthResult.builder(NAME, HealthStatus.UP).build()
                : down("no leader for partitions of " + leaderless);
    }

    private static HealthResult down(String error) {
        return HealthResult.builder(NAME, HealthStatus.DOWN)
                .details(Map.of("error", error))
                .build();
    }
}
