package dev.orderbackbone.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What a process wrote. Several starts stand in one file. */
record LogFile(Path path) {

    /** A longer one is put aside when the process starts anew, as {@code NAME.log.1}. */
    private static final long ROTATE_BYTES = 16L << 20;

    /** Enough for the longest stack trace. */
    private static final int TAIL_BYTES = 64 << 10;

    /**
     * Makes room for another start.
     *
     * @return where its output begins.
     */
    long begin() throws IOException {
        Files.createDirectories(path.getParent());
        if (length() > ROTATE_BYTES) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), REPLACE_EXISTING);
        }
        return length();
    }

    /** The last lines of what stands after a position. */
    List<String> tail(int lines, long from) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long end = file.length();
            file.seek(Math.clamp(end - TAIL_BYTES, Math.min(from, end), end));
            byte[] bytes = new byte[(int) (end - file.getFilePointer())];
            file.readFully(bytes);
            List<String> all = new String(bytes, UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private long length() throws IOException {
        try {
            return Files.size(path);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
