package dev.orderbackbone.operator.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.backup.Manifest.SegmentEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The folder of a backup. */
record BackupFolder(Path root) {
    private static final String MANIFEST = "manifest.json";
    private static final String DATA = "data";
    private static final String LOCK = ".lock";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /**
     * The folder to back up into; made if it is not there.
     *
     * @throws CommandFailure if there is something else in it.
     */
    static BackupFolder toWrite(Path root) {
        try {
            BackupFolder folder = new BackupFolder(Files.createDirectories(root).toRealPath());
            if (!folder.hasManifest() && folder.holdsAnythingElse()) {
                throw new CommandFailure(
                        root + " is no backup, and it is not empty: name a folder that is new, empty, or a backup");
            }
            return folder;
        } catch (IOException failure) {
            throw new CommandFailure(root + " cannot be used: " + failure, failure);
        }
    }

    /**
     * The manifest; empty before the first backup.
     *
     * @throws CommandFailure if it cannot be read.
     */
    Optional<Manifest> manifest() {
        return hasManifest() ? Optional.of(read()) : Optional.empty();
    }

    /**
     * The manifest of a backup that must be there.
     *
     * @throws CommandFailure if it is not, or cannot be read.
     */
    Manifest requireManifest() {
        return manifest().orElseThrow(() -> new CommandFailure(root + " is no backup: there is no " + MANIFEST));
    }

    /** Writes it beside the former one, and when it is safely on the disk replaces that. */
    void write(Manifest manifest) {
        Path file = root.resolve(MANIFEST);
        Path next = root.resolve(MANIFEST + ".new");
        try {
            Files.write(next, JSON.writeValueAsBytes(manifest));
            force(next);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(root);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where a segment lies. */
    Path file(SegmentEntry segment) {
        return root.resolve(segment.file());
    }

    /** The name, below the folder, of the segment of a partition that begins with this offset, as a broker names it. */
    static String nameOf(TopicPartition partition, long first) {
        return DATA + "/" + partition + "/" + String.format(Locale.ROOT, "%020d.log", first);
    }

    /**
     * Keeps others from writing; to be closed.
     *
     * @throws CommandFailure if somebody else does at this moment.
     */
    Lock lock() {
        try {
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new CommandFailure("another backup into " + root + " is under way; nothing was done");
            }
            return channel::close;
        } catch (IOException failure) {
            throw new CommandFailure(root + " cannot be written to: " + failure, failure);
        }
    }

    /** Held until it is closed, or the process ends. */
    @FunctionalInterface
    interface Lock extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** Makes sure that what was written is on the disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private Manifest read() {
        Path file = root.resolve(MANIFEST);
        try {
            Manifest manifest = JSON.readValue(file.toFile(), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new CommandFailure(
                        file + " has format " + manifest.format() + ", this release reads " + Manifest.FORMAT);
            }
            return manifest;
        } catch (JacksonException damaged) {
            throw new CommandFailure(
                    file + " is damaged at byte " + damaged.getLocation().getByteOffset() + ": "
                            + damaged.getOriginalMessage(),
                    damaged);
        } catch (IOException failure) {
            throw new CommandFailure(file + " cannot be read: " + failure, failure);
        }
    }

    private boolean hasManifest() {
        return Files.isRegularFile(root.resolve(MANIFEST));
    }

    /** What a first backup leaves that does not come to its end is not in the way of the next. */
    private boolean holdsAnythingElse() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .anyMatch(name -> !name.equals(LOCK) && !name.equals(DATA) && !name.equals(MANIFEST + ".new"));
        }
    }
}
