package dev.orderbackbone.operator.log;

import dev.orderbackbone.schemas.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Reads committed records up to the ends that partitions have when it begins. Joins no group and commits nothing. */
public final class LogScan implements AutoCloseable {
    private final Cluster cluster;
    private final LogReader reader;
    private final Map<Topic, List<TopicPartition>> partitions = new HashMap<>();

    /** With what every client starts from; to be closed. */
    public LogScan(Map<String, Object> clientProperties) {
        cluster = new Cluster(clientProperties);
        reader = new LogReader(clientProperties);
    }

    /** The partitions of a topic; none where there is no such topic. */
    public List<TopicPartition> partitionsOf(Topic topic) throws InterruptedException {
        List<TopicPartition> known = partitions.get(topic);
        if (known == null) {
            int count = cluster.partitionsOf(List.of(topic.name())).getOrDefault(topic.name(), 0);
            known = Cluster.partitionsOf(topic.name(), count).toList();
            partitions.put(topic, known);
        }
        return known;
    }

    /** The one partition of a topic that holds a key; none where there is no such topic. */
    public List<TopicPartition> partitionOf(Topic topic, byte[] key) throws InterruptedException {
        List<TopicPartition> all = partitionsOf(topic);
        return all.isEmpty() ? all : List.of(all.get(Utils.toPositive(Utils.murmur2(key)) % all.size()));
    }

    /** Reads partitions from their beginnings. */
    public void read(Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        reader.read(cluster.beginnings(partitions), cluster.ends(partitions), records);
    }

    /** Reads what partitions hold of that time and later. */
    public void readSince(
            Instant time, Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        reader.read(cluster.starts(partitions, time), cluster.ends(partitions), records);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
