package dev.orderbackbone.benchmarks.report;

import dev.orderbackbone.benchmarks.run.BenchResult;
import java.util.Map;
import java.util.stream.Collectors;

/** For the shelf. */
final class MarkdownReport {
    private MarkdownReport() {}

    /**
     * The whole report.
     *
     * @param plot the name of the plot's file beside it; empty where there is none.
     */
    static String of(BenchResult result, Map<String, String> facts, String plot) {
        StringBuilder text = new StringBuilder("# Order benchmark, " + facts.getOrDefault("time", "") + "\n\n");
        if (!plot.isEmpty()) {
            text.append("![Latency against load](").append(plot).append(")\n\n");
        }
        text.append(Grids.of(result).stream().map(Grid::markdown).collect(Collectors.joining("\n")));
        return text.append("\n").append(new Surroundings(facts).markdown()).toString();
    }
}
