package dev.orderbackbone.benchmarks.cost;

import dev.orderbackbone.benchmarks.BenchFailure;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * How long every partition of a broker is at a moment.
 *
 * @param offsets after the last record, committed or not.
 * @param bytes of its segments.
 */
public record LogEnds(Map<TopicPartition, Long> offsets, Map<TopicPartition, Long> bytes) {
    /** Asks a cluster of one broker. */
    public static LogEnds now(Map<String, Object> kafka) throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            Collection<String> topics = get(
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            Map<String, TopicDescription> descriptions =
                    get(admin.describeTopics(topics).allTopicNames());
            descriptions.forEach((topic, description) -> description
                    .partitions()
                    .forEach(partition ->
                            asked.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            return new LogEnds(offsets(get(admin.listOffsets(asked).all())), bytes(admin));
        } catch (ExecutionException refused) {
            throw new BenchFailure("Kafka cannot be asked: " + refused.getCause(), refused);
        }
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> infos) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        infos.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private static Map<TopicPartition, Long> bytes(Admin admin) throws InterruptedException, ExecutionException {
        List<Integer> brokers = get(admin.describeCluster().nodes()).stream()
                .map(node -> node.id())
                .toList();
        Map<TopicPartition, Long> bytes = new HashMap<>();
        get(admin.describeLogDirs(brokers).allDescriptions()).values().stream()
                .flatMap(folders -> folders.values().stream())
                .map(LogDirDescription::replicaInfos)
                .forEach(replicas -> replicas.forEach((partition, replica) -> bytes.put(partition, replica.size())));
        return bytes;
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException, ExecutionException {
        return future.get();
    }
}
