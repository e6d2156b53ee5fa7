package dev.orderbackbone.operator.verify.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, or an address that answers like one, to which lines are added at the end. */
final class LineSource {
    private static final int BUFFER_BYTES = 1 << 16;

    private final String name;

    private LineSource(String name) {
        this.name = name;
    }

    /** A file, or an address that begins with http. */
    static LineSource of(String fileOrAddress) {
        return new LineSource(fileOrAddress);
    }

    boolean isAddress() {
        return name.startsWith("http://") || name.startsWith("https://");
    }

    Path file() {
        return Path.of(name);
    }

    URI address() {
        return URI.create(name);
    }

    /** Complete lines that there are now. */
    long lines() throws IOException {
        try (InputStream content = new BufferedInputStream(open(), BUFFER_BYTES)) {
            long lines = 0;
            byte[] bytes = new byte[BUFFER_BYTES];
            for (int read = content.read(bytes); read >= 0; read = content.read(bytes)) {
                for (int i = 0; i < read; i++) {
                    lines += bytes[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        }
    }

    private InputStream open() throws IOException {
        return isAddress() ? address().toURL().openStream() : Files.newInputStream(file());
    }

    @Override
    public String toString() {
        return name;
    }
}
