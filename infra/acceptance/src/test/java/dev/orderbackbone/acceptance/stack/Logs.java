package dev.orderbackbone.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes have logged, kept where whoever looks into a failed test finds it. */
final class Logs {
    private static final Path KEPT = Path.of(System.getProperty("basedir", ""), "target", "stack-logs");

    private Logs() {}

    /** A file, if the process came so far as to write one. */
    static void keep(Path log) {
        try {
            if (Files.exists(log)) {
                keep(log.getFileName().toString().replace(".log", ""), Files.readString(log));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void keep(String component, String log) {
        try {
            Files.createDirectories(KEPT);
            Files.writeString(KEPT.resolve(component + ".log"), log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
