package dev.orderbackbone.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much memory a process and its children occupy. */
final class ResidentMemory {

    /** A page that n processes share counts as one n-th for each of them. */
    private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    private ResidentMemory() {}

    /** Bytes; 0 where /proc does not tell. */
    static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> of(each.pid()))
                .sum();
    }

    private static long of(long pid) {
        long proportional = read(pid, "smaps_rollup", PROPORTIONAL);
        return proportional > 0 ? proportional : read(pid, "status", RESIDENT);
    }

    private static long read(long pid, String file, Pattern pattern) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(Path.of("/proc", Long.toString(pid), file)));
            return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
