package dev.orderbackbone.benchmarks;

import dev.orderbackbone.benchmarks.contender.Place;
import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.contender.ours.OurStack;
import dev.orderbackbone.benchmarks.contender.ours.StackSettings;
import dev.orderbackbone.benchmarks.report.Facts;
import dev.orderbackbone.benchmarks.report.GrowthReport;
import dev.orderbackbone.benchmarks.run.Growth;
import dev.orderbackbone.benchmarks.run.RunSettings;
import dev.orderbackbone.benchmarks.run.Stage;
import dev.orderbackbone.benchmarks.run.Telling;
import dev.orderbackbone.operator.text.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code ./backbone bench growth}. */
@Command(
        name = "growth",
        description = {
            "Measures what an order costs with more and more orders stored, and how long each service takes to start then, with its state and "
                    + "without it. Half an hour up to a million orders. Afterwards every order is checked; a run that was not right has no result.",
            "The machine's own speed is measured before each repetition, and costs are told as they would be at the first level's speed.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone bench growth",
            "  ./backbone bench growth --stored 10000,100000 --json | jq '.levels[].cpuSecondsPer1000OrdersAtFirstSpeed'",
            "",
            "Exit codes: 0 there is a result; 1 there is none: it is said why; 2 the command line or a setting is wrong.",
        })
final class GrowthCommand implements Callable<Integer> {
    private static final int SENDERS = 128;
    private static final int WINDOW = 2_048;

    @Option(
            names = "--stored",
            paramLabel = "N",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "Stored orders of each level, ascending. Default: 10000,100000,1000000.")
    private List<Integer> stored = List.of();

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Orders before the first level, and after the services' starts. Default: 10000.")
    private int warmUp;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Of each repetition. Default: 20000.")
    private int orders;

    @Option(names = "--repetitions", paramLabel = "N", defaultValue = "3", description = "Of each level. Default: 3.")
    private int repetitions;

    @Option(names = "--json", description = "One JSON object on standard output, and nothing else there.")
    private boolean json;

    @Option(names = "--keep", description = "Write the report to infra/benchmarks/results/growth.md.")
    private boolean keep;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the stack runs; emptied first. Default: .backbone/bench beside the backbone command.")
    private @Nullable Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean isHelpWanted;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (stored.isEmpty() || !stored.equals(stored.stream().sorted().toList()) || stored.getFirst() < 1) {
            throw new ParameterException(spec.commandLine(), "--stored must ascend, from 1 or more");
        }
        if (warmUp < 1 || orders < 100 || repetitions < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--warm-up and --repetitions must be 1 or more, --orders 100 or more");
        }
        Telling telling = new Telling(spec.commandLine().getErr(), Terminal.isInteractive());
        Place place = BenchHome.place(data);
        FreshFolder.at(place.root());
        StackSettings stackSettings = new StackSettings(1, 1, 1, false, false, SENDERS, WINDOW, false);
        try (OurStack stack = new OurStack(stackSettings, place, System.getenv())) {
            telling.say("starting");
            stack.start();
            RunSettings settings = new RunSettings(
                    Set.of(Side.OURS),
                    Set.of(Stage.MAX),
                    false,
                    warmUp,
                    orders,
                    orders,
                    repetitions,
                    1,
                    1,
                    List.of(),
                    false);
            report(new GrowthReport(
                    new Growth(stack, settings, stored, place.root(), telling).run(),
                    Facts.ofMachine(BenchHome.home())));
        }
        return 0;
    }

    private void report(GrowthReport report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.json() + System.lineSeparator() : report.text());
        out.flush();
        if (keep) {
            Files.createDirectories(BenchHome.results());
            Files.writeString(BenchHome.results().resolve("growth.md"), report.markdown());
        }
    }
}
