package dev.orderbackbone.benchmarks;

import dev.orderbackbone.benchmarks.contender.Contender;
import dev.orderbackbone.benchmarks.contender.Place;
import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.contender.ours.OurStack;
import dev.orderbackbone.benchmarks.contender.rival.Rival;
import dev.orderbackbone.benchmarks.report.Facts;
import dev.orderbackbone.benchmarks.report.JsonReport;
import dev.orderbackbone.benchmarks.report.Shelf;
import dev.orderbackbone.benchmarks.report.TextReport;
import dev.orderbackbone.benchmarks.run.BenchResult;
import dev.orderbackbone.benchmarks.run.Benchmark;
import dev.orderbackbone.benchmarks.run.RunSettings;
import dev.orderbackbone.benchmarks.run.Telling;
import dev.orderbackbone.operator.text.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program behind {@code ./backbone bench}. */
@Command(
        name = "bench",
        subcommands = {GrowthCommand.class, ScalingCommand.class, RecoveryCommand.class, FlamesCommand.class},
        synopsisSubcommandLabel = "[growth | scaling | recovery | flames | micro]",
        description = {
            "Measures how many orders a second this backbone takes to their end, how long that takes, and what it costs; in turns with a rival, "
                    + "the service that one would write first on PostgreSQL alone, under the same load and with the same payment gateway. "
                    + "Afterwards every order is checked; a run that was not right has no result.",
            "Both start in folders and on ports of their own and end with this command. Do nothing else on the machine meanwhile.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone bench",
            "  ./backbone bench --quick --json | jq .ratio",
            "  ./backbone bench --only ours --stages max --orders 50000",
            "  ./backbone bench growth     (cost, start and restore with more and more stored orders: see its own --help)",
            "  ./backbone bench scaling    (partitions, threads and stock pools: see its own --help)",
            "  ./backbone bench recovery   (verify, rebuild, backup and restore: see its own --help)",
            "  ./backbone bench flames     (where each process's CPU goes: see its own --help)",
            "  ./backbone bench micro      (single steps, by JMH: see its own --help)",
            "  BACKBONE_SERVICES_HEAP=512m STREAMS_COMMIT_INTERVAL=50ms ./backbone bench --only ours",
            "",
            "Exit codes: 0 there is a result; 1 there is none: it is said why; 2 the command line or a setting is wrong.",
        })
public final class Bench implements Callable<Integer> {
    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean isHelpWanted;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs, and ends with the exit code. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "bench-logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, ready to be executed. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Bench())
                .setCommandName("backbone bench")
                .setUsageHelpWidth(120)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setCaseInsensitiveEnumValuesAllowed(true);
        return commandLine.setExecutionExceptionHandler(BenchHome::failed);
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        RunSettings settings = options.settings(spec.commandLine());
        PrintWriter err = spec.commandLine().getErr();
        Telling telling = new Telling(err, Terminal.isInteractive());
        Place place = BenchHome.place(options.folder());
        FreshFolder.at(place.root());
        List<Contender> contenders = new ArrayList<>();
        try {
            for (Side side : Side.values()) {
                if (settings.sides().contains(side)) {
                    telling.say("starting " + side.key());
                    Contender contender = contender(side, place, settings);
                    contenders.add(contender);
                    contender.start();
                }
            }
            BenchResult result = new Benchmark(settings, contenders, place.root(), telling).run();
            report(result, contenders, telling);
            return 0;
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private void report(BenchResult result, List<Contender> contenders, Telling telling) throws IOException {
        Map<String, String> versions = new LinkedHashMap<>();
        contenders
                .getFirst()
                .database()
                .query("show server_version", row -> versions.put("PostgreSQL", row.getString(1)));
        Map<String, String> facts = Facts.of(result, BenchHome.home(), options.facts(), versions);
        PrintWriter out = spec.commandLine().getOut();
        out.print(options.isJson() ? JsonReport.of(result, facts) + System.lineSeparator() : TextReport.of(result));
        out.flush();
        if (options.isKept()) {
            telling.say("kept as " + Shelf.keep(BenchHome.results(), result, facts));
        }
    }

    private Contender contender(Side side, Place place, RunSettings settings) {
        return switch (side) {
            case OURS -> new OurStack(options.stackSettings(), place, System.getenv());
            case RIVAL -> new Rival(place, settings.countsStatements());
        };
    }
}
