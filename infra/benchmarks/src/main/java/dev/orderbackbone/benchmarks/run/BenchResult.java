package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.contender.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Everything that was measured. */
public record BenchResult(RunSettings settings, List<Measurement> measurements, Map<Side, Findings> findings) {
    public BenchResult {
        measurements = List.copyOf(measurements);
        findings = Map.copyOf(findings);
    }

    /** Measurements of one stage, in the order in which they were made. */
    public List<Measurement> of(Side side, Stage stage) {
        return measurements.stream()
                .filter(each -> each.side() == side && each.stage() == stage)
                .toList();
    }

    /** Median over the repetitions; empty where there is none. */
    public OptionalDouble median(Side side, Stage stage, ToDoubleFunction<Measurement> figure) {
        return median(of(side, stage).stream(), figure);
    }

    /** What was found of a contender, if it took part. */
    public Optional<Findings> of(Side side) {
        return Optional.ofNullable(findings.get(side));
    }

    /** Median of a figure; empty where nothing was measured. */
    public static OptionalDouble median(Stream<Measurement> measurements, ToDoubleFunction<Measurement> figure) {
        double[] sorted = measurements.mapToDouble(figure).sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = sorted.length / 2;
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
