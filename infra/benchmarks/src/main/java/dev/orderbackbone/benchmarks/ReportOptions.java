package dev.orderbackbone.benchmarks;

import dev.orderbackbone.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where a report goes. To be mixed in. */
final class ReportOptions {
    @Option(names = "--json", description = "One JSON object on standard output, and nothing else there.")
    private boolean json;

    @Option(
            names = "--keep",
            description = "Write the report to infra/benchmarks/results, under the name of this command.")
    private boolean keep;

    /** Prints it, and keeps it if that is wanted. */
    void report(Report report, CommandLine command) throws IOException {
        PrintWriter out = command.getOut();
        out.print(json ? report.json() + System.lineSeparator() : report.text());
        out.flush();
        if (keep) {
            Files.createDirectories(BenchHome.results());
            Files.writeString(BenchHome.results().resolve(command.getCommandName() + ".md"), report.markdown());
        }
    }
}
