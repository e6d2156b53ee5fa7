package dev.orderbackbone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder that holds nothing of an earlier run. */
public final class FreshFolder {
    /** Says that a folder is the benchmark's, so that nothing else is ever emptied. */
    private static final String MARK = "emptied-by-bench";

    private FreshFolder() {}

    /**
     * Makes it, or empties it. Never follows a link out of it.
     *
     * @throws BenchFailure if there is something in it that the benchmark has not put there.
     */
    static void at(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            if (!Files.exists(folder.resolve(MARK)) && !isEmpty(folder)) {
                throw new BenchFailure(
                        folder + " is not empty, and not of an earlier benchmark: name another folder by --data");
            }
            delete(folder);
        }
        Files.createDirectories(folder);
        Files.createFile(folder.resolve(MARK));
    }

    /** Deletes a folder with all that is in it, if it is there. Never follows a link out of it. */
    public static void delete(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                Files.walkFileTree(folder, new Deleting());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
