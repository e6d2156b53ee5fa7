package dev.orderbackbone.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The folder of a service's local state, and the log that it was made from. In another log, such as one that was restored from a backup, the
 * same offsets hold other changes: a state of the one must not be continued with those of the other.
 *
 * @param note file with the id of that log.
 */
record LocalState(Path note) {
    private static final String SUFFIX = ".log-id";

    static LocalState of(String stateDir, String service) {
        return new LocalState(Path.of(stateDir, service + SUFFIX));
    }

    /** Whether what lies there was made from this log; where nobody noted it, nobody knows. */
    boolean isOf(String logId) {
        try {
            return Files.readString(note).strip().equals(logId);
        } catch (NoSuchFileException unknown) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Notes it, once what was there before is deleted. */
    void belongsTo(String logId) {
        try {
            Files.createDirectories(note.toAbsolutePath().getParent());
            Files.writeString(note, logId + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
