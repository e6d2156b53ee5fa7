package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.schemas.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A log in Kafka. Reads committed records, joins no group. */
final class KafkaLog implements RecordedLog {
    private final LogReader reader;
    private final Map<String, Integer> partitions;
    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> starts;
    private final Map<String, Map<TopicPartition, Long>> positions = new HashMap<>();
    private final Map<TopicPartition, Long> outputEnds;
    private final Map<TopicPartition, Long> inputEnds;

    private KafkaLog(
            Map<String, Object> clientProperties,
            Cluster cluster,
            Collection<ServiceCheck> checks,
            @Nullable Instant since)
            throws InterruptedException {
        reader = new LogReader(clientProperties);
        partitions = cluster.partitionsOf(Cluster.catalogue());
        List<TopicPartition> all = partitions.entrySet().stream()
                .flatMap(topic -> Cluster.partitionsOf(topic.getKey(), topic.getValue()))
                .toList();
        for (ServiceCheck check : checks) {
            positions.put(check.service(), cluster.positionsOf(check.service(), partitionsOf(check.inputs())));
        }
        outputEnds = cluster.ends(all);
        inputEnds = cluster.ends(all);
        beginnings = cluster.beginnings(all);
        starts = since == null ? beginnings : cluster.starts(all, since);
    }

    /** As it stands now. */
    static KafkaLog of(Map<String, Object> clientProperties, Collection<ServiceCheck> checks, @Nullable Instant since)
            throws InterruptedException {
        try (Cluster cluster = new Cluster(clientProperties)) {
            return new KafkaLog(clientProperties, cluster, checks, since);
        }
    }

    @Override
    public int partitionsOf(Topic topic) {
        return partitions.getOrDefault(topic.name(), 0);
    }

    @Override
    public long sizeOf(Collection<Topic> topics) {
        return partitionsOf(topics).stream()
                .mapToLong(partition -> inputEnds.getOrDefault(partition, 0L) - starts.getOrDefault(partition, 0L))
                .sum();
    }

    @Override
    public boolean isCutOff(Collection<Topic> topics) {
        return partitionsOf(topics).stream().anyMatch(partition -> beginnings.getOrDefault(partition, 0L) > 0);
    }

    @Override
    public boolean isDecided(String service, Place input) {
        return input.offset()
                < positions
                        .getOrDefault(service, Map.of())
                        .getOrDefault(new TopicPartition(input.source(), input.partition()), 0L);
    }

    @Override
    public void readInputs(
            Collection<Topic> topics,
            IntPredicate wanted,
            boolean since,
            Consumer<ConsumerRecord<byte[], byte[]>> records) {
        read(topics, wanted, since, inputEnds, records);
    }

    @Override
    public void readOutputs(
            Collection<Topic> topics,
            IntPredicate wanted,
            boolean since,
            Consumer<ConsumerRecord<byte[], byte[]>> records) {
        read(topics, wanted, since, outputEnds, records);
    }

    private void read(
            Collection<Topic> topics,
            IntPredicate wanted,
            boolean since,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> from = new HashMap<>();
        Map<TopicPartition, Long> to = new HashMap<>();
        for (TopicPartition partition : partitionsOf(topics)) {
            if (wanted.test(partition.partition())) {
                from.put(partition, (since ? starts : beginnings).getOrDefault(partition, 0L));
                to.put(partition, ends.getOrDefault(partition, 0L));
            }
        }
        reader.read(from, to, records);
    }

    private List<TopicPartition> partitionsOf(Collection<Topic> topics) {
        return topics.stream()
                .flatMap(topic -> Cluster.partitionsOf(topic.name(), partitionsOf(topic)))
                .toList();
    }
}
