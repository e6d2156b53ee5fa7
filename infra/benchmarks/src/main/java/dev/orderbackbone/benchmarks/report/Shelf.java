package dev.orderbackbone.benchmarks.report;

import dev.orderbackbone.benchmarks.run.BenchResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Keeps results beside the source, as Markdown, JSON and a drawing. */
public final class Shelf {
    private static final int MINUTES = "2026-01-01T00:00".length();

    private Shelf() {}

    /** Writes the files, named by time and commit; returns the Markdown's. */
    public static Path keep(Path folder, BenchResult result, Map<String, String> facts) throws IOException {
        String name = fact(facts, "time").substring(0, MINUTES).replace(":", "") + "-"
                + fact(facts, "commit").replace(' ', '-');
        Files.createDirectories(folder);
        String plot = LatencyPlot.of(result);
        if (!plot.isEmpty()) {
            Files.writeString(folder.resolve(name + ".svg"), plot);
        }
        Files.writeString(folder.resolve(name + ".json"), JsonReport.of(result, facts) + "\n");
        Path report = folder.resolve(name + ".md");
        Files.writeString(report, MarkdownReport.of(result, facts, plot.isEmpty() ? "" : name + ".svg"));
        return report;
    }

    private static String fact(Map<String, String> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }
}
