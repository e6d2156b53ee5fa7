package dev.orderbackbone.simulators.journal;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of lines with group commit.
 *
 * <p>{@link #append} fixes the order and costs no I/O, so it may be called under the caller's own lock;
 * {@link #awaitWritten} then writes whatever has been appended by anybody meanwhile in one system call. Safe for use
 * by many threads. After a failed write nothing is accepted any more: memory and file would tell different stories.
 */
public final class Journal implements AutoCloseable {

    private final Path file;
    private final boolean fsync;
    private final long cutBytes;
    private final OwnerLock owner;
    private final FileOutputStream output;
    private final ReentrantLock writing = new ReentrantLock();
    private final Object appending = new Object();

    // guarded by appending
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long appended;

    // guarded by writing
    private ByteArrayOutputStream spare = new ByteArrayOutputStream();

    private volatile long written;
    private volatile @Nullable IOException failure;

    private Journal(Path file, boolean fsync, OwnerLock owner, FileOutputStream output, long cutBytes, long length) {
        this.file = file;
        this.fsync = fsync;
        this.owner = owner;
        this.output = output;
        this.cutBytes = cutBytes;
        this.appended = length;
        this.written = length;
    }

    /**
     * Opens the file, creating it and its folder where absent, and hands every line of it to the reader.
     *
     * @param fsync whether a line counts as written only when the disk says so.
     * @throws IOException when another process has the file open, or a line is refused by the reader.
     */
    public static Journal open(Path file, boolean fsync, Consumer<byte[]> reader) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        OwnerLock owner = OwnerLock.of(file);
        try {
            FileOutputStream output = new FileOutputStream(file.toFile(), true);
            long cutBytes = TornTail.cut(file);
            replay(file, reader);
            return new Journal(file, fsync, owner, output, cutBytes, Files.size(file));
        } catch (IOException | RuntimeException e) {
            owner.close();
            throw e;
        }
    }

    /**
     * Adds a line; returns the position to wait for.
     *
     * @throws UncheckedIOException when an earlier line could not be written.
     */
    public long append(byte[] line) {
        refuseAfterFailure();
        synchronized (appending) {
            pending.writeBytes(line);
            pending.write('\n');
            appended += line.length + 1L;
            return appended;
        }
    }

    /** The position behind the last line added. */
    public long appended() {
        synchronized (appending) {
            return appended;
        }
    }

    /**
     * Returns when everything before the position is in the file.
     *
     * @throws UncheckedIOException when it cannot be written, now and for ever after.
     */
    public void awaitWritten(long position) {
        if (written >= position) {
            return;
        }
        writing.lock();
        try {
            if (written < position) {
                writePending();
            }
        } finally {
            writing.unlock();
        }
    }

    public Path file() {
        return file;
    }

    /** Bytes in the file, all of them whole lines. */
    public long writtenBytes() {
        return written;
    }

    /** Bytes of a torn last line that were cut off when the file was opened. */
    public long cutBytes() {
        return cutBytes;
    }

    @Override
    public void close() throws IOException {
        try {
            awaitWritten(appended());
        } finally {
            output.close();
            owner.close();
        }
    }

    private void refuseAfterFailure() {
        IOException earlier = failure;
        if (earlier != null) {
            throw new UncheckedIOException(earlier);
        }
    }

    private void writePending() {
        refuseAfterFailure();
        ByteArrayOutputStream batch;
        long end;
        synchronized (appending) {
            batch = pending;
            pending = spare;
            end = appended;
        }
        try {
            batch.writeTo(output);
            if (fsync) {
                output.getFD().sync();
            }
            written = end;
        } catch (IOException e) {
            failure = e;
            throw new UncheckedIOException(e);
        }
        batch.reset();
        spare = batch;
    }

    private static void replay(Path file, Consumer<byte[]> reader) throws IOException {
        long number = 0;
        try (InputStream input = Files.newInputStream(file)) {
            for (Iterator<byte[]> lines = new CompleteLines(input); lines.hasNext(); ) {
                number++;
                reader.accept(lines.next());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            throw new IOException(file + ": line " + number + " cannot be read: " + e.getMessage(), e);
        }
    }
}
