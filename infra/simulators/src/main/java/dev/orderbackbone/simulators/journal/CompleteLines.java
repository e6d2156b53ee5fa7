package dev.orderbackbone.simulators.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of a file that have their line end; a last one without is still being written, or torn: left out. */
final class CompleteLines implements Iterator<byte[]> {

    private static final int CHUNK_BYTES = 65_536;

    private final InputStream input;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private int position;
    private int end;
    private byte @Nullable [] next;

    CompleteLines(InputStream input) {
        this.input = input;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public byte[] next() {
        byte[] line = next == null ? read() : next;
        if (line == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return line;
    }

    private byte @Nullable [] read() {
        while (position < end || fill()) {
            int lineEnd = lineEnd();
            begun.write(chunk, position, lineEnd - position);
            position = lineEnd + 1;
            if (lineEnd < end) {
                byte[] line = begun.toByteArray();
                begun.reset();
                return line;
            }
        }
        return null;
    }

    private int lineEnd() {
        int at = position;
        while (at < end && chunk[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() {
        try {
            position = 0;
            end = Math.max(0, input.read(chunk));
            return end > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
