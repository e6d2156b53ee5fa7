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
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.InvalidSettings;
import dev.orderbackbone.local.StartFailure;
import dev.orderbackbone.operator.text.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program behind {@code ./backbone bench}. */
@Command(
        name = "bench",
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
            "  ./backbone bench micro    (single steps, by JMH: see its own --help)",
            "  BACKBONE_SERVICES_HEAP=512m STREAMS_COMMIT_INTERVAL=50ms ./backbone bench --only ours",
            "",
            "Exit codes: 0 there is a result; 1 there is none: it is said why; 2 the command line or a setting is wrong.",
        })
public final class Bench implements Callable<Integer> {
    private static final String HOME_PROPERTY = "backbone.home";
    private static final String DISTRIBUTION_PROPERTY = "backbone.distribution";

    private static final Path RESULTS = Path.of("infra", "benchmarks", "results");

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
        return commandLine.setExecutionExceptionHandler(Bench::failed);
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        RunSettings settings = options.settings(spec.commandLine());
        PrintWriter err = spec.commandLine().getErr();
        Telling telling = new Telling(err, Terminal.isInteractive());
        Place place = place();
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
        Map<String, String> facts = Facts.of(result, home(), options.facts(), versions);
        PrintWriter out = spec.commandLine().getOut();
        out.print(options.isJson() ? JsonReport.of(result, facts) + System.lineSeparator() : TextReport.of(result));
        out.flush();
        if (options.isKept()) {
            telling.say("kept as " + Shelf.keep(home().resolve(RESULTS), result, facts));
        }
    }

    private Contender contender(Side side, Place place, RunSettings settings) {
        return switch (side) {
            case OURS -> new OurStack(options.stackSettings(), place, System.getenv());
            case RIVAL -> new Rival(place, settings.countsStatements());
        };
    }

    private Place place() {
        Path home = home();
        String distribution = Objects.requireNonNullElse(
                System.getProperty(DISTRIBUTION_PROPERTY),
                home.resolve(Path.of("infra", "deploy", "target", "backbone")).toString());
        Path data = home.toAbsolutePath().resolve(".backbone");
        return new Place(
                new Distribution(Path.of(distribution)), options.folder(data.resolve("bench")), data.resolve("cache"));
    }

    private static Path home() {
        return Path.of(Objects.requireNonNullElse(System.getProperty(HOME_PROPERTY), ""));
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println();
        if (failure instanceof BenchFailure || failure instanceof StartFailure || failure instanceof InvalidSettings) {
            err.println("backbone: " + failure.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        err.flush();
        return failure instanceof InvalidSettings ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }
}
