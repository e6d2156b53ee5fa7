package dev.orderbackbone.operator.demo;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Whether nothing moves any more. */
final class Quiet implements AutoCloseable {
    private static final Duration STILL = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Admin admin;

    Quiet(Endpoints endpoints) {
        admin = Admin.create(endpoints.kafkaProperties());
    }

    /** Returns when all is quiet; what speaks against it if it never is. */
    Optional<String> await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<TopicPartition, Long> ends = Map.of();
        long sinceNanos = System.nanoTime();
        while (System.nanoTime() < deadline) {
            Map<TopicPartition, Long> now = ends();
            if (!now.equals(ends)) {
                ends = now;
                sinceNanos = System.nanoTime();
            } else if (System.nanoTime() - sinceNanos > STILL.toNanos()) {
                return Optional.empty();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return Optional.of("topics still grow after " + patience.toSeconds() + " s");
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException {
        try {
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            for (TopicDescription topic : admin.describeTopics(
                            Topics.ALL.stream().map(Topic::name).toList())
                    .allTopicNames()
                    .get()
                    .values()) {
                topic.partitions()
                        .forEach(partition -> wanted.put(
                                new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
            }
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException failure) {
            throw new KafkaException(failure.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
