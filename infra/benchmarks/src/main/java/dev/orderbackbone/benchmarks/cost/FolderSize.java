package dev.orderbackbone.benchmarks.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much a folder holds. */
public final class FolderSize {
    private FolderSize() {}

    /** Bytes of all files in it; 0 where it does not exist. What is deleted meanwhile counts nothing. */
    public static long of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .mapToLong(FolderSize::bytes)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException deleted) {
            return 0;
        }
    }
}
