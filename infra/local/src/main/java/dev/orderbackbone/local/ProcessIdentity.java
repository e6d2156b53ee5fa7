package dev.orderbackbone.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a process from a later one that was given the same pid.
 *
 * @param start when it started, in a notation that is the same whoever asks: clock ticks since boot where /proc tells
 *     them (a clock that is set does not change them), else epoch milliseconds.
 */
record ProcessIdentity(long pid, String start) {

    /** Field 22 of /proc/PID/stat, counted from the end of the name in field 2, which may itself contain blanks. */
    private static final int START_AFTER_NAME = 22 - 2;

    static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), startOf(process));
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(start));
    }

    private static String startOf(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ", -1);
            return "ticks:" + fields[START_AFTER_NAME];
        } catch (IOException e) {
            return "ms:"
                    + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }
}
