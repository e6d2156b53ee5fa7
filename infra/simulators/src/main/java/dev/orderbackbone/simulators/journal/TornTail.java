package dev.orderbackbone.simulators.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Cuts off what a killed process left of a line. */
final class TornTail {

    private static final int STEP_BYTES = 8192;

    private TornTail() {}

    /** Cuts everything behind the last line end; returns how many bytes that were. */
    static long cut(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long length = channel.size();
            long end = endOfLastLine(channel, length);
            channel.truncate(end);
            return length - end;
        }
    }

    private static long endOfLastLine(FileChannel channel, long length) throws IOException {
        ByteBuffer step = ByteBuffer.allocate(STEP_BYTES);
        for (long end = length; end > 0; end -= STEP_BYTES) {
            long start = Math.max(0, end - STEP_BYTES);
            read(channel, step.clear().limit((int) (end - start)), start);
            for (int i = step.limit() - 1; i >= 0; i--) {
                if (step.get(i) == '\n') {
                    return start + i + 1;
                }
            }
        }
        return 0;
    }

    private static void read(FileChannel channel, ByteBuffer step, long start) throws IOException {
        while (step.hasRemaining()) {
            if (channel.read(step, start + step.position()) < 0) {
                throw new IOException("the file became shorter while it was being opened");
            }
        }
    }
}
