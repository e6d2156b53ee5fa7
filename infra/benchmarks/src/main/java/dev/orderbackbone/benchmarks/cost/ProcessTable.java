package dev.orderbackbone.benchmarks.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All processes of this machine at one moment, from {@code /proc}. */
public final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    /** Linux tells times in ticks of 10 ms on every architecture that we run on. */
    private static final double TICKS_PER_SECOND = 100;

    private final Map<Long, Ticks> ticks = new HashMap<>();
    private final Map<Long, List<Long>> children = new HashMap<>();

    private record Ticks(long own, long ofEndedChildren) {
        static final Ticks NONE = new Ticks(0, 0);
    }

    private ProcessTable() {}

    static ProcessTable now() {
        ProcessTable table = new ProcessTable();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            processes.forEach(table::add);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return table;
    }

    /** Bytes of memory by process, as {@link Memory} has it; this process among them. */
    public static Map<String, Long> memoryOf(Map<String, Long> processes) {
        ProcessTable table = now();
        Map<String, Long> bytes = new HashMap<>();
        bytes.put(Usage.DRIVER, Memory.of(List.of(ProcessHandle.current().pid())));
        processes.forEach((name, pid) -> bytes.put(name, Memory.of(table.tree(pid))));
        return bytes;
    }

    /** Bytes: the most memory that a process ever occupied; 0 when it has ended. */
    public static long mostMemoryOf(long pid) {
        return Memory.of(List.of(pid));
    }

    /** CPU seconds, user and system, of a process and of all that it has started, ended ones included. */
    double cpuSecondsOfTree(long pid) {
        return tree(pid).stream()
                        .map(each -> ticks.getOrDefault(each, Ticks.NONE))
                        .mapToLong(each -> each.own() + each.ofEndedChildren())
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** CPU seconds, user and system, of a process alone. */
    double cpuSeconds(long pid) {
        return ticks.getOrDefault(pid, Ticks.NONE).own() / TICKS_PER_SECOND;
    }

    /** A process and all below it. */
    List<Long> tree(long pid) {
        List<Long> tree = new ArrayList<>(List.of(pid));
        children.getOrDefault(pid, List.of()).forEach(child -> tree.addAll(tree(child)));
        return tree;
    }

    private void add(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            // The name before the last bracket may hold anything.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long pid = Long.parseLong(process.getFileName().toString());
            children.computeIfAbsent(Long.parseLong(fields[1]), parent -> new ArrayList<>())
                    .add(pid);
            ticks.put(
                    pid,
                    new Ticks(
                            Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                            Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException ended) {
            // It has ended since the folder was listed.
        }
    }
}
