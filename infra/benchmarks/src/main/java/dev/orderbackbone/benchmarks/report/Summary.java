package dev.orderbackbone.benchmarks.report;

import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.cost.TopicCost;
import dev.orderbackbone.benchmarks.cost.TopicCost.Kind;
import dev.orderbackbone.benchmarks.run.BenchResult;
import dev.orderbackbone.benchmarks.run.Findings;
import dev.orderbackbone.benchmarks.run.Measurement;
import dev.orderbackbone.benchmarks.run.Stage;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * One contender's figures, medians over the repetitions; those that were not measured are empty.
 *
 * @param kafkaRecords per confirmed order: messages and changelogs, without markers of transactions and without the broker's own topics.
 * @param databaseRows per confirmed order: inserted, updated and deleted.
 */
record Summary(
        OptionalDouble maxOrdersPerSecond,
        OptionalDouble hotOrdersPerSecond,
        OptionalDouble cpuSecondsPer1000,
        OptionalDouble diskBytes,
        OptionalDouble kafkaRecords,
        OptionalDouble databaseRows,
        LatencySummary half,
        LatencySummary rate) {

    /** Latencies in milliseconds at a rate. */
    record LatencySummary(
            OptionalDouble offeredPerSecond,
            OptionalDouble acceptP50,
            OptionalDouble acceptP99,
            OptionalDouble terminalP50,
            OptionalDouble terminalP99,
            OptionalDouble toldP50,
            OptionalDouble toldP99,
            OptionalDouble cpuSecondsPer1000) {}

    static Summary of(BenchResult result, Side side) {
        Optional<Findings> findings = result.of(side);
        return new Summary(
                result.median(side, Stage.MAX, each -> each.times().rate()),
                result.median(side, Stage.HOT, each -> each.times().rate()),
                result.median(side, Stage.MAX, Measurement::cpuSecondsPer1000),
                result.median(side, Stage.MAX, Measurement::diskBytesPerOrder),
                findings.map(Summary::kafkaRecords).orElse(OptionalDouble.empty()),
                findings.map(Summary::databaseRows).orElse(OptionalDouble.empty()),
                latencies(result, side, Stage.HALF),
                latencies(result, side, Stage.RATE));
    }

    private static LatencySummary latencies(BenchResult result, Side side, Stage stage) {
        return new LatencySummary(
                result.median(side, stage, Measurement::offeredPerSecond),
                median(result, side, stage, each -> each.times().accept().p50()),
                median(result, side, stage, each -> each.times().accept().p99()),
                median(result, side, stage, each -> each.times().terminal().p50()),
                median(result, side, stage, each -> each.times().terminal().p99()),
                median(result, side, stage, each -> each.times().told().p50()),
                median(result, side, stage, each -> each.times().told().p99()),
                result.median(side, stage, Measurement::cpuSecondsPer1000));
    }

    private static OptionalDouble median(
            BenchResult result, Side side, Stage stage, ToDoubleFunction<Measurement> figure) {
        return result.median(side, stage, figure);
    }

    private static OptionalDouble kafkaRecords(Findings findings) {
        if (findings.costs().topics().isEmpty()) {
            return OptionalDouble.empty();
        }
        long records = findings.costs().topics().stream()
                .filter(topic -> topic.kind() != Kind.BROKER)
                .mapToLong(TopicCost::records)
                .sum();
        return OptionalDouble.of((double) records / findings.confirmedInCosts());
    }

    private static OptionalDouble databaseRows(Findings findings) {
        return OptionalDouble.of((double) findings.costs().database().rows() / findings.confirmedInCosts());
    }
}
