package dev.orderbackbone.schemas.deploy;

import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topic.Retention;
import dev.orderbackbone.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics of the catalogue that a cluster lacks, and waits until they can be written to. */
public final class TopicDeployment {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Admin admin;
    private final int partitions;
    private final short replicationFactor;

    /**
     * How topics are created.
     *
     * @param partitions of every topic, 1 or more. It cannot change later without a replay: an order's records must stay in one partition.
     * @param replicationFactor copies of every partition; -1 for the broker's default.
     */
    public TopicDeployment(Admin admin, int partitions, short replicationFactor) {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be 1 or more, but is " + partitions);
        }
        this.admin = admin;
        this.partitions = partitions;
        this.replicationFactor = replicationFactor;
    }

    /**
     * Creates what is missing and returns the names of the topics created, once every partition of every topic has a leader that serves it.
     *
     * @throws IllegalStateException if a topic has another number of partitions than asked for, cannot be created, or has no leaders
     *     that serve it within {@code patience}.
     * @throws InterruptedException if interrupted while waiting.
     */
    public List<String> createMissing(Duration patience) throws InterruptedException {
        List<String> created = new ArrayList<>();
        Set<String> existing = existingNames();
        List<NewTopic> missing = Topics.ALL.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(this::newTopic)
                .toList();
        for (Map.Entry<String, KafkaFuture<Void>> creation :
                admin.createTopics(missing).values().entrySet()) {
            if (succeeded(creation.getKey(), creation.getValue())) {
                created.add(creation.getKey());
            }
        }
        awaitLeaders(patience);
        awaitService(patience);
        return created;
    }

    /**
     * Of every topic of this cluster, as they were once made; empty where there are none yet.
     *
     * @throws IllegalStateException if the broker does not tell.
     * @throws InterruptedException if interrupted while waiting for its answer.
     */
    public static OptionalInt partitionsOf(Admin admin) throws InterruptedException {
        String topic = Topics.ORDERS_INTAKE.name();
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .mapToInt(description -> description.partitions().size())
                    .findFirst();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return OptionalInt.empty();
            }
            throw new IllegalStateException("cannot describe topic " + topic + ": " + failure.getMessage(), failure);
        }
    }

    private NewTopic newTopic(Topic topic) {
        String policy = topic.retention() == Retention.LATEST_PER_KEY
                ? TopicConfig.CLEANUP_POLICY_COMPACT
                : TopicConfig.CLEANUP_POLICY_DELETE;
        return new NewTopic(topic.name(), topic.partitions(partitions), replicationFactor)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, policy,
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                        TopicConfig.COMPRESSION_TYPE_CONFIG, "producer",
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime"));
    }

    private static boolean succeeded(String topic, KafkaFuture<Void> creation) throws InterruptedException {
        try {
            creation.get();
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof TopicExistsException) {
                return false; // somebody else was faster
            }
            throw new IllegalStateException("cannot create topic " + topic + ": " + failure.getMessage(), failure);
        }
    }

    private Set<String> existingNames() throws InterruptedException {
        try {
            return admin.listTopics().names().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("cannot list topics: " + failure.getMessage(), failure);
        }
    }

    private void awaitLeaders(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        List<String> waiting = withoutLeaders();
        while (!waiting.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("no leaders after " + patience.toSeconds() + " s: " + waiting);
            }
            Thread.sleep(BETWEEN_LOOKS);
            waiting = withoutLeaders();
        }
    }

    /**
     * A broker is told to be a leader, and tells others so, before it has opened the log. To who writes in between it answers NOT_LEADER; of several
     * batches on their way a later one can then be the first that is taken, and those before it are refused as OUT_OF_ORDER_SEQUENCE until they
     * time out. Where a log ends only its open leader knows; the client asks until it says so.
     */
    private void awaitService(Duration patience) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (Topic topic : Topics.ALL) {
            IntStream.range(0, topic.partitions(partitions))
                    .forEach(partition -> ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest()));
        }
        try {
            admin.listOffsets(ends, new ListOffsetsOptions().timeoutMs((int) patience.toMillis()))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(
                    "leaders do not serve their partitions after " + patience.toSeconds() + " s: "
                            + failure.getMessage(),
                    failure);
        }
    }

    private List<String> withoutLeaders() throws InterruptedException {
        List<String> waiting = new ArrayList<>();
        Map<String, KafkaFuture<TopicDescription>> descriptions = admin.describeTopics(
                        Topics.ALL.stream().map(Topic::name).toList())
                .topicNameValues();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> entry : descriptions.entrySet()) {
            if (!hasLeaders(Topics.named(entry.getKey()), entry.getValue())) {
                waiting.add(entry.getKey());
            }
        }
        return waiting;
    }

    private boolean hasLeaders(Topic topic, KafkaFuture<TopicDescription> described) throws InterruptedException {
        int wanted = topic.partitions(partitions);
        try {
            TopicDescription description = described.get();
            if (description.partitions().size() != wanted) {
                throw new IllegalStateException("topic " + topic.name() + " has "
                        + description.partitions().size() + " partitions, but " + wanted
                        + " are asked for: the number cannot change without a replay");
            }
            return description.partitions().stream().allMatch(partition -> partition.leader() != null);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return false; // created, and not yet known to the broker that was asked
            }
            throw new IllegalStateException(
                    "cannot describe topic " + topic.name() + ": " + failure.getMessage(), failure);
        }
    }
}
