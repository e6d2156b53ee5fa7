package dev.orderbackbone.benchmarks.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/**
 * What orders cost with so many stored before them.
 *
 * @param stored orders, at least, when it was measured.
 * @param measurements repetitions of the maximum.
 * @param services how each starts then, in the order of their names.
 */
public record GrowthLevel(int stored, List<Measurement> measurements, SequencedMap<String, Start> services) {
    /** Copies both. */
    public GrowthLevel {
        measurements = List.copyOf(measurements);
        services = new LinkedHashMap<>(services);
    }

    /**
     * How a service starts.
     *
     * @param stateBytes of its state on the disk.
     * @param kept from its end in good order until it is ready, its state being where it was.
     * @param restored the same without its state, which it reads from the log.
     */
    public record Start(long stateBytes, Duration kept, Duration restored) {}

    /** Median. */
    public double ordersPerSecond() {
        return median(each -> each.times().rate());
    }

    /** Median. */
    public double cpuSecondsPer1000() {
        return median(Measurement::cpuSecondsPer1000);
    }

    /** Median speed of the machine just before. */
    public double machineSpeed() {
        return median(Measurement::machineSpeed);
    }

    private double median(ToDoubleFunction<Measurement> figure) {
        return BenchResult.median(measurements.stream(), figure).orElseThrow();
    }
}
