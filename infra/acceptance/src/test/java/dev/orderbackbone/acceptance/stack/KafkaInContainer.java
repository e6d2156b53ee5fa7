package dev.orderbackbone.acceptance.stack;

import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.ListenPort;
import dev.orderbackbone.testkit.Await;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker in a container, by Testcontainers. It keeps its data and its port over {@link #kill} and {@link #restart}. */
final class KafkaInContainer implements KillableProcess, AutoCloseable {
    private static final String IMAGE = "apache/kafka";
    private static final int PORT_INSIDE = 9092;

    /** As the broker that {@code ./backbone up} starts has them, where the container's own are others. */
    private static final Map<String, String> SETTINGS = Map.of(
            "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
            "KAFKA_LOG_RETENTION_MS", "-1",
            "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4",
            "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1",
            "KAFKA_SHARE_COORDINATOR_STATE_TOPIC_NUM_PARTITIONS", "4",
            "KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000",
            "KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "500");

    private final KafkaContainer container;

    private KafkaInContainer(KafkaContainer container) {
        this.container = container;
    }

    /** Makes its image and starts it. */
    static KafkaInContainer start(Distribution distribution) {
        KafkaContainer container = new KafkaContainer(
                        DockerImageName.parse(KafkaImage.of(distribution)).asCompatibleSubstituteFor(IMAGE))
                .withEnv(SETTINGS);
        // A port that the engine chooses would be another one after a restart.
        container.setPortBindings(List.of("127.0.0.1:" + ListenPort.free() + ":" + PORT_INSIDE));
        container.start();
        return new KafkaInContainer(container);
    }

    String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void kill() {
        DockerClientFactory.instance()
                .client()
                .killContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void restart() {
        DockerClientFactory.instance()
                .client()
                .startContainerCmd(container.getContainerId())
                .exec();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Await.until(() -> answers(admin));
        }
    }

    /** What the broker has logged since it was started first. */
    String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.close();
    }

    private static void answers(Admin admin) throws InterruptedException {
        try {
            var _ = admin.describeCluster().nodes().get();
        } catch (ExecutionException notYet) {
            throw new AssertionError("the broker does not answer", notYet);
        }
    }
}
