package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.backup.Manifest.SegmentEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MemoryRecordsBuilder;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of one partition as a broker's segment: batches of the present format, compressed, each with its own CRC-32C. To be closed. A
 * file of that name is written over: no manifest names it.
 */
final class SegmentWriter implements AutoCloseable {
    private static final int BATCH_BYTES = 256 * 1024;
    /** Of a record, beside its key and value; so that tiny ones end a batch, too. */
    private static final long OVERHEAD_BYTES = 32;

    private static final Compression COMPRESSION = Compression.zstd().build();

    private final Path file;
    private final String name;
    private final FileChannel channel;
    private final MessageDigest digest = Segment.digest();
    private final long first;
    private long last;
    private long records;
    private long bytes;
    private long batchBytes;
    private @Nullable MemoryRecordsBuilder batch;
    private long batchFirst;

    /**
     * Begins.
     *
     * @param name of the file, below the folder.
     * @param first offset of the first record.
     */
    SegmentWriter(BackupFolder folder, String name, long first) {
        this.file = folder.root().resolve(name);
        this.name = name;
        this.first = first;
        this.last = first;
        try {
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds one; offsets ascend. */
    void append(ConsumerRecord<byte[], byte[]> record) {
        MemoryRecordsBuilder open = batchFor(record.offset());
        open.appendWithOffset(
                record.offset(),
                Math.max(RecordBatch.NO_TIMESTAMP, record.timestamp()),
                record.key(),
                record.value(),
                record.headers().toArray());
        last = record.offset();
        records++;
        batchBytes +=
                OVERHEAD_BYTES + Math.max(0L, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        if (batchBytes >= BATCH_BYTES) {
            endBatch();
        }
    }

    /** Ends it, when all is safely on the disk. */
    SegmentEntry finish() {
        endBatch();
        try {
            channel.force(true);
            channel.close();
            BackupFolder.force(Objects.requireNonNull(file.getParent()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new SegmentEntry(
                name, first, last, records, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Offsets of a batch count from its first, in 31 bits. */
    private MemoryRecordsBuilder batchFor(long offset) {
        if (batch != null && offset - batchFirst > Integer.MAX_VALUE) {
            endBatch();
        }
        if (batch == null) {
            batchFirst = offset;
            batch = MemoryRecords.builder(
                    ByteBuffer.allocate(BATCH_BYTES), COMPRESSION, TimestampType.CREATE_TIME, offset);
        }
        return batch;
    }

    private void endBatch() {
        if (batch == null) {
            return;
        }
        ByteBuffer buffer = batch.build().buffer();
        batch = null;
        batchBytes = 0;
        digest.update(buffer.duplicate());
        try {
            while (buffer.hasRemaining()) {
                bytes += channel.write(buffer);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
