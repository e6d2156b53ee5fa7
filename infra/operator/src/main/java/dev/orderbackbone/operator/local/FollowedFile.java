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
    private static final int LONGEST_CHARACTER = 4;

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
            }
            int complete = lengthOfCompleteCharacters(lines.toByteArray());
            position += complete;
            out.print(new String(lines.toByteArray(), 0, complete, UTF_8));
            out.flush();
        }
    }

    /** How many bytes there are without the beginning of a character at their end (RFC 3629: a first byte says how many belong together). */
    private static int lengthOfCompleteCharacters(byte[] bytes) {
        int last = bytes.length - 1;
        while (last >= 0 && bytes.length - last < LONGEST_CHARACTER && (bytes[last] & 0xC0) == 0x80) {
            last--;
        }
        if (last < 0) {
            return bytes.length;
        }
        int first = bytes[last] & 0xFF;
        int size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        return last + size > bytes.length ? last : bytes.length;
    }

    private static long startOfLastLines(RandomAccessFile file, int lines) throws IOException {
        long at = file.length();
        byte[] block = new byte[BLOCK_BYTES];
        int ends = endsWithLine(file) ? -1 : 0;
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

    /** The line end at the very end of a file does not begin another line. */
    private static boolean endsWithLine(RandomAccessFile file) throws IOException {
        if (file.length() == 0) {
            return true;
        }
        file.seek(file.length() - 1);
        return file.read() == '\n';
    }
}
