package dev.orderbackbone.simulators.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the lines of a journal as typed entries, also while another process is writing it. */
public final class JournalReader {

    private JournalReader() {}

    /** Reads a file; the stream must be closed. */
    public static <E> Stream<E> read(Path file, Function<byte[], E> entry) throws IOException {
        return stream(Files.newInputStream(file), file.toString(), entry);
    }

    /** Reads what an address answers; the stream must be closed. */
    public static <E> Stream<E> read(URI address, Function<byte[], E> entry) throws IOException {
        return stream(address.toURL().openStream(), address.toString(), entry);
    }

    private static <E> Stream<E> stream(InputStream input, String source, Function<byte[], E> entry) {
        Iterator<byte[]> lines = new CompleteLines(input);
        Spliterator<byte[]> ordered =
                Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(ordered, false).map(numbered(source, entry)).onClose(() -> close(input));
    }

    private static <E> Function<byte[], E> numbered(String source, Function<byte[], E> entry) {
        long[] number = {0};
        return line -> {
            number[0]++;
            try {
                return entry.apply(line);
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        source + ": line " + number[0] + " cannot be read: " + e.getMessage(), e);
            }
        };
    }

    private static void close(InputStream input) {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
