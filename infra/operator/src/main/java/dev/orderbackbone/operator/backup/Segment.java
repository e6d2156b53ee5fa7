package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.backup.Manifest.SegmentEntry;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;
import org.apache.kafka.common.utils.CloseableIterator;
import org.apache.kafka.common.utils.Utils;

/**
 * A file of records. Every batch that is read is checked.
 *
 * @param entry what the manifest says of it.
 */
record Segment(Path file, SegmentEntry entry) {
    /** Offset of the batch and its length, with which each begins. */
    private static final int PREFIX_BYTES = Long.BYTES + Integer.BYTES;

    private static final int LONGEST_BATCH = 256 << 20;
    private static final int LEAST_BATCH = 49;

    /** A part of a file. */
    private record Block(long position, ByteBuffer bytes) {}

    /** The digest of whole files. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }

    /**
     * Reads all of it and compares it with what the manifest says.
     *
     * @throws CommandFailure if it is not as it was written; names the byte and the offset from which on it is not.
     */
    void check() {
        MessageDigest digest = digest();
        long records = 0;
        long next = entry.first();
        try (RandomAccessFile open = open()) {
            while (open.getFilePointer() < open.length()) {
                Block block = block(open, next);
                digest.update(block.bytes().duplicate());
                for (StoredRecord record : records(block, next)) {
                    if (record.offset() < next || record.offset() > entry.last()) {
                        throw damaged(block.position(), next, "a record says that its offset is " + record.offset());
                    }
                    next = record.offset() + 1;
                    records++;
                }
            }
            if (records != entry.records() || next != entry.last() + 1) {
                throw damaged(open.length(), next, "it ends after " + records + " of " + entry.records() + " records");
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw damaged(
                    0, entry.first(), "its SHA-256 is another one than the manifest's, though each batch is sound");
        }
    }

    /** The file, to be closed. */
    RandomAccessFile open() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(
                    file + " is missing: the backup is not complete (records from offset " + entry.first() + " on)");
        }
        return new RandomAccessFile(file.toFile(), "r");
    }

    /**
     * Records of the next batch.
     *
     * @param next offset that is expected there, or a later one.
     */
    List<StoredRecord> nextBatch(RandomAccessFile open, long next) throws IOException {
        return records(block(open, next), next);
    }

    private Block block(RandomAccessFile open, long next) throws IOException {
        long position = open.getFilePointer();
        try {
            byte[] prefix = new byte[PREFIX_BYTES];
            open.readFully(prefix);
            int length = ByteBuffer.wrap(prefix).getInt(Long.BYTES);
            if (length < LEAST_BATCH || length > LONGEST_BATCH) {
                throw damaged(position, next, "a batch says that it has " + length + " bytes");
            }
            byte[] bytes = new byte[PREFIX_BYTES + length];
            System.arraycopy(prefix, 0, bytes, 0, PREFIX_BYTES);
            open.readFully(bytes, PREFIX_BYTES, length);
            return new Block(position, ByteBuffer.wrap(bytes));
        } catch (EOFException truncated) {
            throw damaged(position, next, "the file ends within a batch");
        }
    }

    private List<StoredRecord> records(Block block, long next) {
        List<StoredRecord> records = new ArrayList<>();
        try {
            for (RecordBatch batch :
                    MemoryRecords.readableRecords(block.bytes().duplicate()).batches()) {
                batch.ensureValid();
                try (CloseableIterator<Record> each = batch.streamingIterator(BufferSupplier.NO_CACHING)) {
                    each.forEachRemaining(record -> records.add(stored(record)));
                }
            }
        } catch (RuntimeException invalid) { // whatever the parser stumbles over
            throw damaged(block.position(), next, String.valueOf(invalid.getMessage()));
        }
        return records;
    }

    private static StoredRecord stored(Record record) {
        return new StoredRecord(
                record.offset(),
                record.timestamp(),
                record.hasKey() ? Utils.toArray(record.key()) : null,
                record.hasValue() ? Utils.toArray(record.value()) : null,
                record.headers());
    }

    private CommandFailure damaged(long position, long next, String how) {
        return new CommandFailure(
                file + " is damaged at byte " + position + " (records from offset " + next + " on): " + how);
    }

    private CommandFailure unreadable(IOException failure) {
        return new CommandFailure(file + " cannot be read: " + failure, failure);
    }
}
