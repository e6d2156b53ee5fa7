package dev.orderbackbone.operator.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A file that grows, and is begun anew when it has become too long. */
final class FollowedFile {
    static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int BLOCK_BYTES = 8_192;

    private final Path path;
    private long position;

    private FollowedFile(Path path, long position) {
        this.path = path;
        this.position = position;
    }

    /** The file from its last lines on. */
    static FollowedFile open(Path path, int lines) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            return new FollowedFile(path, startOfLastLines(file, lines));
        }
    }

    /** Prints what came since the last time; a character that is still incomplete waits for its rest. */
    void printTo(PrintWriter out) throws IOException {
        if (Files.size(path) < position) {
            position = 0;
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(position);
            byte[] block = new byte[BLOCK_BYTES];
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (int read = file.read(block); read > 0; read = file.read(block)) {
                lines.write(block, 0, read);
                position += read;
            }
            out.print(lines.toString(UTF_8));
            out.flush();
        }
    }

    private static long startOfLastLines(RandomAccessFile file, int lines) throws IOException {
        long at = file.length();
        byte[] block = new byte[BLOCK_BYTES];
        // The line end at the very end of the file does not begin another line.
        int ends = -1;
        while (at > 0) {
            int size = (int) Math.min(block.length, at);
            at -= size;
            file.seek(at);
            file.readFully(block, 0, size);
            for (int index = size - 1; index >= 0; index--) {
                if (block[index] == '\n' && ++ends == lines) {
                    return at + index + 1;
                }
            }
        }
        return 0;
    }
}
