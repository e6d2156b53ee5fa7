package dev.orderbackbone.benchmarks.cost;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has been used up to a moment.
 *
 * @param seconds of {@link System#nanoTime}.
 * @param cpuSeconds by process.
 * @param machineCpuSeconds of the whole machine.
 * @param writtenBytes to the disk.
 */
public record Usage(double seconds, Map<String, Double> cpuSeconds, double machineCpuSeconds, long writtenBytes) {
    /** This process among the others. */
    public static final String DRIVER = "driver";

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Reads the counters; first everything that waits for the disk is written.
     *
     * @param processes their roots, by name.
     * @param folder on the device that counts.
     */
    public static Usage now(Map<String, Long> processes, Path folder) {
        Machine.sync();
        ProcessTable table = ProcessTable.now();
        Map<String, Double> cpuSeconds = new LinkedHashMap<>();
        cpuSeconds.put(DRIVER, table.cpuSeconds(ProcessHandle.current().pid()));
        processes.forEach((name, pid) -> cpuSeconds.put(name, table.cpuSecondsOfTree(pid)));
        return new Usage(
                System.nanoTime() / NANOS_PER_SECOND, cpuSeconds, Machine.cpuSeconds(), Machine.writtenBytes(folder));
    }

    /** What was used from an earlier moment to this one. */
    public Usage since(Usage earlier) {
        Map<String, Double> used = new LinkedHashMap<>();
        cpuSeconds.forEach((name, total) -> used.put(name, total - earlier.cpuSeconds.getOrDefault(name, 0.0)));
        return new Usage(
                seconds - earlier.seconds,
                used,
                machineCpuSeconds - earlier.machineCpuSeconds,
                writtenBytes - earlier.writtenBytes);
    }

    /** CPU seconds of all the processes. */
    public double allCpuSeconds() {
        return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Cores that somebody else has used on average, the kernel's own threads included. */
    public double othersCores() {
        return Math.max(0, machineCpuSeconds - allCpuSeconds()) / seconds;
    }
}
