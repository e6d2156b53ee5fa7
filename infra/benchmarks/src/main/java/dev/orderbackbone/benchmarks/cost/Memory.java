package dev.orderbackbone.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory processes occupy, from {@code /proc}. */
final class Memory {
    private static final Pattern HIGH_WATER_MARK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB");
    private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
    private static final long KIB = 1_024;

    private Memory() {}

    /**
     * Bytes: of a single process the most that it ever occupied; of several, which share pages, what they occupy now, a page that n of them share
     * counted once.
     */
    static long of(List<Long> tree) {
        return tree.size() == 1
                ? read(tree.getFirst(), "status", HIGH_WATER_MARK)
                : tree.stream()
                        .mapToLong(pid -> read(pid, "smaps_rollup", PROPORTIONAL))
                        .sum();
    }

    private static long read(long pid, String file, Pattern pattern) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(Path.of("/proc", Long.toString(pid), file)));
            return matcher.find() ? Long.parseLong(matcher.group(1)) * KIB : 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
