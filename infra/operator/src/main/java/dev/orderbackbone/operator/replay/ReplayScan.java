package dev.orderbackbone.operator.replay;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Map<String, Integer> sourcePartitions;
    private final Map<TopicPartition, Long> from = new HashMap<>();
    private final Map<TopicPartition, Long> to = new HashMap<>();

    private ReplayScan(
            ReplaySelection selection,
            LogReader reader,
            MessageDeserializer deserializer,
            Map<TopicPartition, Long> beginnings,
            Map<String, Integer> sourcePartitions) {
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
            Map<String, Integer> counts = cluster.partitionsOf(
                    selection.sources().stream().map(Topic::name).toList());
            List<TopicPartition> partitions = counts.entrySet().stream()
                    .flatMap(topic -> Cluster.partitionsOf(topic.getKey(), topic.getValue()))
                    .filter(partition -> selection.hasPartition(partition.partition()))
                    .toList();
            Map<TopicPartition, Long> beginnings = cluster.beginnings(partitions);
            ReplayScan scan =
                    new ReplayScan(selection, new LogReader(clientProperties), deserializer, beginnings, counts);
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

    /** All partitions of a source. */
    int partitionsOf(Topic source) {
        return sourcePartitions.getOrDefault(source.name(), 0);
    }

    /** The first offset that is read of each partition. */
    Map<TopicPartition, Long> from() {
        return Map.copyOf(from);
    }

    /** The offset after the last that is read of each partition. */
    Map<TopicPartition, Long> to() {
        return Map.copyOf(to);
    }

    /** Reads no further than these offsets; nothing of a partition that is not among them. */
    void readNoFurtherThan(Map<TopicPartition, Long> limits) {
        to.replaceAll((partition, end) -> Math.min(end, limits.getOrDefault(partition, 0L)));
    }

    /** What retention no longer holds of what could have been selected, a sentence each. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        beginnings.entrySet().stream()
                .sorted(Comparator.comparing(beginning ->
                        beginning.getKey().topic() + " " + beginning.getKey().partition()))
                .filter(beginning -> beginning.getValue() > selection.fromOffset())
                .filter(beginning -> from.getOrDefault(beginning.getKey(), 0L) <= beginning.getValue())
                .forEach(beginning -> gaps.add("retention no longer holds what stood before offset "
                        + beginning.getValue() + " of " + beginning.getKey()));
        return gaps;
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
