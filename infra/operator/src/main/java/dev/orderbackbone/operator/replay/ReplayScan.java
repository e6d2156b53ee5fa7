package dev.orderbackbone.operator.replay;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads what is selected, of each partition in the order of its offsets, up to the ends that were fixed when it was made. */
final class ReplayScan {
    private final ReplaySelection selection;
    private final LogReader reader;
    private final MessageDeserializer deserializer;
    private final Map<TopicPartition, Long> beginnings;
    private final int sourcePartitions;
    private final Map<TopicPartition, Long> from = new HashMap<>();
    private final Map<TopicPartition, Long> to = new HashMap<>();

    private ReplayScan(
            ReplaySelection selection,
            LogReader reader,
            MessageDeserializer deserializer,
            Map<TopicPartition, Long> beginnings,
            int sourcePartitions) {
        this.selection = selection;
        this.reader = reader;
        this.deserializer = deserializer;
        this.beginnings = beginnings;
        this.sourcePartitions = sourcePartitions;
    }

    /** Is told of each selected record. */
    @FunctionalInterface
    interface Reader {
        /** With what it says; null where its bytes do not decode. */
        void on(ConsumerRecord<byte[], byte[]> record, @Nullable Message message);
    }

    static ReplayScan of(
            ReplaySelection selection, Map<String, Object> clientProperties, MessageDeserializer deserializer)
            throws InterruptedException {
        try (Cluster cluster = new Cluster(clientProperties)) {
            String topic = selection.source().name();
            int count = cluster.partitionsOf(List.of(topic)).getOrDefault(topic, 0);
            List<TopicPartition> partitions = Cluster.partitionsOf(topic, count)
                    .filter(partition -> selection.hasPartition(partition.partition()))
                    .toList();
            Map<TopicPartition, Long> beginnings = cluster.beginnings(partitions);
            ReplayScan scan =
                    new ReplayScan(selection, new LogReader(clientProperties), deserializer, beginnings, count);
            Instant since = selection.since();
            Map<TopicPartition, Long> starts = since == null ? beginnings : cluster.starts(partitions, since);
            Map<TopicPartition, Long> ends = cluster.ends(partitions);
            partitions.forEach(partition -> {
                scan.from.put(partition, Math.max(starts.getOrDefault(partition, 0L), selection.fromOffset()));
                scan.to.put(partition, Math.min(ends.getOrDefault(partition, 0L), selection.toOffset()));
            });
            return scan;
        }
    }

    /** The first offset that each partition still has. */
    Map<TopicPartition, Long> beginnings() {
        return Map.copyOf(beginnings);
    }

    /** All partitions of the source. */
    int partitions() {
        return sourcePartitions;
    }

    /** Reads all, and what it says. */
    void read(Reader records) {
        reader.read(from, to, record -> {
            Message message = decoded(record);
            if (selection.has(record, message)) {
                records.on(record, message);
            }
        });
    }

    /**
     * Reads, and decodes no more than it must.
     *
     * @param after offsets by partition whose records, and all before them, are left out.
     */
    void readAfter(Map<Integer, Long> after, Consumer<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        from.forEach((partition, offset) ->
                starts.put(partition, Math.max(offset, after.getOrDefault(partition.partition(), -1L) + 1)));
        reader.read(starts, to, record -> {
            if (selection.has(record, selection.goesByContent() ? decoded(record) : null)) {
                records.accept(record);
            }
        });
    }

    private @Nullable Message decoded(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.deserialize(record.value());
        } catch (UndecodableException garbage) {
            return null;
        }
    }
}
