package dev.orderbackbone.operator.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The order ids that clients were answered 202 for, one on a line, written down at once: the auditor holds the backbone to them. */
final class AcceptedOrders implements AutoCloseable {
    private static final String SUFFIX = ".ids";

    private final BufferedWriter file;

    private AcceptedOrders(BufferedWriter file) {
        this.file = file;
    }

    /** Goes on with the list of a run, or begins it. */
    static AcceptedOrders open(Path folder, String run) throws IOException {
        Files.createDirectories(folder);
        return new AcceptedOrders(Files.newBufferedWriter(
                folder.resolve(run + SUFFIX), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    synchronized void add(String orderId) {
        try {
            file.write(orderId + "\n");
            file.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
