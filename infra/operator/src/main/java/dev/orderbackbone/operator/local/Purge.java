package dev.orderbackbone.operator.local;

import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.LocalSettings;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes what an installation has stored. Never follows a link out of its folder. */
final class Purge {
    private final DataFolder folder;

    Purge(DataFolder folder) {
        this.folder = folder;
    }

    void run() throws IOException {
        if (!Files.isDirectory(folder.root())) {
            return;
        }
        for (Path entry : entries()) {
            boolean stays = entry.equals(folder.cache())
                    || entry.getFileName().toString().equals(LocalSettings.FILE);
            if (!stays) {
                Files.walkFileTree(entry, new Deleting());
            }
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder.root())) {
            return entries.toList();
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
