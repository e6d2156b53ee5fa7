package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.cost.Usage;
import dev.orderbackbone.benchmarks.load.PhaseTimes;

/**
 * One repetition of one stage with one contender.
 *
 * @param offeredPerSecond orders a second that were due; 0 in a closed loop.
 * @param used by its processes and this one, from the first order until all were done and on disk.
 * @param failedAttempts requests that had to be made again.
 * @param machineSpeed just before, as {@link dev.orderbackbone.benchmarks.cost.MachineSpeed} has it.
 */
public record Measurement(
        Side side,
        Stage stage,
        double offeredPerSecond,
        PhaseTimes times,
        Usage used,
        int failedAttempts,
        double machineSpeed) {
    private static final double NOISY_CORES = 0.3;
    private static final double THOUSAND = 1_000;

    /** CPU seconds of everything that belongs to it, for 1,000 orders. */
    public double cpuSecondsPer1000() {
        return used.allCpuSeconds() * THOUSAND / times.orders();
    }

    /** Bytes that reached the disk, per order. */
    public double diskBytesPerOrder() {
        return (double) used.writtenBytes() / times.orders();
    }

    /** Whether other processes took so much of the machine that the figures are not to be trusted. */
    public boolean isNoisy() {
        return used.othersCores() > NOISY_CORES;
    }
}
