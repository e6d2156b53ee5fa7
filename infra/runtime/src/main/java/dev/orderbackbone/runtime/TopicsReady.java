package dev.orderbackbone.runtime;

import dev.orderbackbone.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at start-up until every topic exists and each of its partitions has a leader. A producer that writes to a topic created a moment
 * ago can otherwise meet NOT_LEADER and then OUT_OF_ORDER_SEQUENCE for ever.
 */
public final class TopicsReady {
    private static final Logger log = LoggerFactory.getLogger(TopicsReady.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(5);

    private TopicsReady() {}

    /**
     * Returns when all topics are ready.
     *
     * @return what Kafka tells of each, by name.
     * @throws IllegalStateException if they are not within {@code patience}; the message names those missing.
     * @throws InterruptedException if interrupted while waiting.
     */
    public static Map<String, TopicDescription> await(
            Map<String, Object> clientProperties, Collection<Topic> topics, Duration patience)
            throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        Instant nextWord = Instant.now().plus(BETWEEN_WORDS);
        try (Admin admin = Admin.create(clientProperties)) {
            Map<String, TopicDescription> described = new HashMap<>();
            List<String> missing = missing(admin, topics, described);
            while (!missing.isEmpty()) {
                Instant now = Instant.now();
                if (now.isAfter(deadline)) {
                    throw new IllegalStateException("not ready after " + patience.toSeconds() + " s: " + missing
                            + " (topics are created by the deployment, never by a service)");
                }
                if (now.isAfter(nextWord)) {
                    log.info("waiting for topics: {}", missing);
                    nextWord = now.plus(BETWEEN_WORDS);
                }
                Thread.sleep(BETWEEN_LOOKS);
                missing = missing(admin, topics, described);
            }
            return described;
        }
    }

    private static List<String> missing(Admin admin, Collection<Topic> topics, Map<String, TopicDescription> described)
            throws InterruptedException {
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(topics.stream().map(Topic::name).toList()).topicNameValues();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> entry : descriptions.entrySet()) {
            try {
                TopicDescription found = entry.getValue().get();
                described.put(entry.getKey(), found);
                if (found.partitions().stream().anyMatch(partition -> partition.leader() == null)) {
                    missing.add(entry.getKey() + " (no leader yet)");
                }
            } catch (ExecutionException failure) {
                missing.add(entry.getKey() + " (" + failure.getMessage() + ")");
            }
        }
        return missing;
    }
}
