package dev.orderbackbone.benchmarks.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the kernel counts for the whole machine. */
final class Machine {
    private static final double TICKS_PER_SECOND = 100;
    private static final int SECTOR_BYTES = 512;
    private static final int SECTORS_WRITTEN = 6;
    /** Columns of /proc/stat after the name: user, nice, system, interrupts, soft interrupts; not idle, not stolen by the host. */
    private static final int[] BUSY = {1, 2, 3, 6, 7};

    private Machine() {}

    /** CPU seconds that all processes and the kernel have taken since the start. */
    static double cpuSeconds() {
        String[] fields =
                read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split("\\s+", -1);
        return IntStream.of(BUSY)
                        .mapToLong(column -> Long.parseLong(fields[column]))
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** Bytes written so far to the device that a folder is on; where the kernel does not say which that is, to all devices. */
    static long writtenBytes(Path folder) {
        Path device = deviceOf(folder);
        return Files.exists(device) ? written(device) : writtenToAll();
    }

    /** Writes everything that waits for the disk. */
    static void sync() {
        try {
            new ProcessBuilder("sync").inheritIO().start().waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path deviceOf(Path folder) {
        try {
            long device = ((Number) Files.getAttribute(folder, "unix:dev")).longValue();
            long major = (device >> 8) & 0xfff;
            long minor = (device & 0xff) | ((device >> 12) & 0xfff00);
            return Path.of("/sys/dev/block", major + ":" + minor, "stat");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long writtenToAll() {
        try (Stream<Path> devices = Files.list(Path.of("/sys/block"))) {
            return devices.map(device -> device.resolve("stat"))
                    .filter(Files::exists)
                    .mapToLong(Machine::written)
                    .sum();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long written(Path stat) {
        long[] fields = Arrays.stream(read(stat).strip().split("\\s+", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        return fields[SECTORS_WRITTEN] * SECTOR_BYTES;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
