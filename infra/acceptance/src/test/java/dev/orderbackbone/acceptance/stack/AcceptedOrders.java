package dev.orderbackbone.acceptance.stack;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The orders that a client was told were accepted, written down at once: the auditor holds the backbone to them. Thread-safe. */
public final class AcceptedOrders implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;

    private AcceptedOrders(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Adds to what is there. */
    static AcceptedOrders open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return new AcceptedOrders(
                file, Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** One id on a line. */
    Path file() {
        return file;
    }

    /** Writes it down. */
    public synchronized void add(String orderId) {
        try {
            writer.write(orderId + "\n");
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
