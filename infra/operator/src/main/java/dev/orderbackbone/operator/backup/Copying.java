package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.backup.Manifest.SegmentEntry;
import dev.orderbackbone.operator.log.LogReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Copies committed records into a segment of each partition. To be closed. */
final class Copying implements AutoCloseable {
    private final BackupFolder folder;
    private final LogReader reader;
    private final Consumer<ConsumerRecord<byte[], byte[]>> witness;
    private final Map<TopicPartition, Long> positions;
    private final Map<TopicPartition, SegmentWriter> segments = new HashMap<>();

    /**
     * Copies nothing yet.
     *
     * @param starts from where on, of each partition.
     * @param witness sees each record that is copied.
     */
    Copying(
            BackupFolder folder,
            LogReader reader,
            Map<TopicPartition, Long> starts,
            Consumer<ConsumerRecord<byte[], byte[]>> witness) {
        this.folder = folder;
        this.reader = reader;
        this.witness = witness;
        this.positions = new HashMap<>(starts);
    }

    /** Copies what is not copied yet, up to these offsets. */
    void upTo(Map<TopicPartition, Long> ends) {
        reader.read(positions, ends, this::copy);
        positions.putAll(ends);
    }

    /** Ends all segments; those that have records. */
    Map<TopicPartition, SegmentEntry> finish() {
        Map<TopicPartition, SegmentEntry> finished = new HashMap<>();
        segments.forEach((partition, segment) -> finished.put(partition, segment.finish()));
        return finished;
    }

    @Override
    public void close() throws IOException {
        for (SegmentWriter segment : segments.values()) {
            segment.close();
        }
    }

    private void copy(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        segments.computeIfAbsent(
                        partition,
                        id -> new SegmentWriter(folder, BackupFolder.nameOf(id, record.offset()), record.offset()))
                .append(record);
        witness.accept(record);
    }
}
