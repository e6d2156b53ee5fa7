package dev.orderbackbone.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** Lets only one command at a time start or stop components. The system lets it go when its process ends. */
final class StackLock implements AutoCloseable {

    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartFailure if another command has it. */
    static StackLock take(DataFolder folder) {
        try {
            Files.createDirectories(folder.run());
            FileChannel channel = FileChannel.open(folder.run().resolve("lock"), CREATE, WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartFailure("another command", "is starting or stopping components in " + folder.root());
            }
            return new StackLock(channel);
        } catch (IOException e) {
            throw new StartFailure("the data folder " + folder.root(), "cannot be written: " + e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
