package dev.orderbackbone.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for data that nobody needs after the test. */
public record TemporaryFolder(Path path) {

    /** A new one, empty. */
    public static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("backbone-test-"));
    }

    /** Deletes it with all that is in it. */
    public void delete() {
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                Files.deleteIfExists(entry);
            }
        } catch (NoSuchFileException gone) {
            // what a stopping component removed itself
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
