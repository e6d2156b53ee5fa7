package dev.orderbackbone.benchmarks.report;

import dev.orderbackbone.benchmarks.run.BenchResult;
import java.util.stream.Collectors;

/** For a person at a terminal. */
public final class TextReport {
    private TextReport() {}

    /** The whole report. */
    public static String of(BenchResult result) {
        return Grids.of(result).stream()
                .map(grid -> System.lineSeparator() + grid.text())
                .collect(Collectors.joining());
    }
}
