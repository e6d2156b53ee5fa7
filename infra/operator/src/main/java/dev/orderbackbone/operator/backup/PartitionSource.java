package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.backup.Manifest.PartitionEntry;
import dev.orderbackbone.operator.backup.Manifest.SegmentEntry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads a partition of a backup from its beginning to the cut, with its gaps. To be closed. */
final class PartitionSource implements AutoCloseable {
    private static final int MOST_RECORDS = 2_000;
    private static final long MOST_BYTES = 1 << 20;

    private final BackupFolder folder;
    private final TopicPartition id;
    private final long end;
    private final Deque<SegmentEntry> segments;
    private final Deque<StoredRecord> batch = new ArrayDeque<>();
    private @Nullable Segment segment;
    private @Nullable RandomAccessFile file;
    private long next;

    /**
     * Records at offsets one after the other, and what follows.
     *
     * @param gap so many offsets after them have no record: there stood markers of transactions, what was aborted, what was compacted or deleted.
     */
    record Run(List<StoredRecord> records, long gap) {}

    PartitionSource(BackupFolder folder, String topic, PartitionEntry entry) {
        this.folder = folder;
        this.id = new TopicPartition(topic, entry.partition());
        this.end = entry.end();
        this.segments = new ArrayDeque<>(entry.segments());
    }

    TopicPartition id() {
        return id;
    }

    /** Whether the cut is not reached yet. */
    boolean hasNext() {
        return next < end;
    }

    /** How many offsets there are before the first record, or the cut where there is none. To be asked before all else; they are then behind. */
    long gapBefore() {
        StoredRecord first = peek();
        next = first == null ? end : first.offset();
        return next;
    }

    /** The next one; it has at least one record. */
    Run next() {
        List<StoredRecord> records = new ArrayList<>();
        long bytes = 0;
        StoredRecord record = peek();
        while (record != null && record.offset() == next && records.size() < MOST_RECORDS && bytes < MOST_BYTES) {
            records.add(batch.removeFirst());
            bytes += sizeOf(record);
            next++;
            record = peek();
        }
        long gap = (record == null ? end : record.offset()) - next;
        next += gap;
        return new Run(records, gap);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private @Nullable StoredRecord peek() {
        try {
            while (batch.isEmpty()) {
                if (file == null || segment == null) {
                    if (segments.isEmpty()) {
                        return null;
                    }
                    SegmentEntry entry = segments.removeFirst();
                    segment = new Segment(folder.file(entry), entry);
                    file = segment.open();
                }
                if (file.getFilePointer() < file.length()) {
                    batch.addAll(segment.nextBatch(file, next));
                } else {
                    file.close();
                    file = null;
                }
            }
            return batch.getFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long sizeOf(StoredRecord record) {
        byte[] key = record.key();
        byte[] value = record.value();
        return (key == null ? 0L : key.length) + (value == null ? 0L : value.length);
    }
}
