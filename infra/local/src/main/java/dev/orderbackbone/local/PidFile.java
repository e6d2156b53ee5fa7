package dev.orderbackbone.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers a process across commands. */
record PidFile(Path path) {

    void write(ProcessHandle process) {
        ProcessIdentity identity = ProcessIdentity.of(process);
        try {
            Files.createDirectories(path.getParent());
            Path whole = path.resolveSibling(path.getFileName() + ".new");
            Files.writeString(whole, identity.pid() + " " + identity.start() + "\n");
            Files.move(whole, path, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that was remembered, if it still runs; not another one that has its pid now. */
    Optional<ProcessHandle> find() {
        return read().flatMap(ProcessIdentity::find);
    }

    /** Whether a process was remembered that has ended without being asked to. */
    boolean isStale() {
        return Files.exists(path) && find().isEmpty();
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessIdentity> read() {
        try {
            String[] words = Files.readString(path).strip().split(" ", 2);
            return words.length == 2
                    ? Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1]))
                    : Optional.empty();
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
