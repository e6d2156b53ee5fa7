package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.projection.operations.Comparison;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares a version with the live one. */
@Command(
        name = "compare",
        description = {
            "Compares a version with the live one, table by table: rows, a checksum over all of them, columns; names the orders whose rows differ. "
                    + "Both are as of the same positions, as the other one is brought to where the live one is; nothing else is written.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone projections compare",
            "  ./backbone projections compare --version 1",
            "  ./backbone projections compare --json | jq '.tables[] | select(.equal | not)'",
            "",
            "Exit codes: 0 equal; 1 they differ, or cannot be compared, and it was said why; 2 the command line is wrong.",
        })
public final class CompareCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(names = "--version", paramLabel = "N", description = "Which one. Default: the latest that is not live.")
    private @Nullable Integer version;

    @Option(
            names = "--json",
            description =
                    "One JSON object: live, other, equal, tables (table, equal, rowsLive, rowsOther, checksumLive, checksumOther, differing, "
                            + "examples, columnsLiveOnly, columnsOtherOnly).")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Reachable.requireKafka(installation.endpoints().kafkaProperties());
        try (ReadModelsOf readModels = ReadModelsOf.installation(installation)) {
            Comparison comparison = readModels.ask(
                    operations -> operations.compare(operations.versions().toCompare(version)));
            ComparisonReport report = new ComparisonReport(comparison);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(report.json());
            } else {
                out.print(report.text());
            }
            out.flush();
            return comparison.isEqual() ? 0 : 1;
        }
    }
}
