package dev.orderbackbone.microbenchmarks;

import dev.orderbackbone.benchmarks.BenchHome;
import dev.orderbackbone.benchmarks.report.Facts;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code ./backbone bench micro}. */
@Command(
        name = "micro",
        description = {
            "Measures single steps of the backbone with JMH: nanoseconds and allocated bytes of the codec, the deciders and one topology, "
                    + "without broker, disk and network. About two minutes; do nothing else on the machine meanwhile.",
            "The error is half the width of the 99.9 %% confidence interval within one process; another day's process differs by more.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone bench micro",
            "  ./backbone bench micro --only decider",
            "  ./backbone bench micro --json | jq '.benchmarks[] | {benchmark, nanosecondsPerOperation}'",
            "",
            "With all of JMH's own options (profilers, forks, times):",
            "  java -cp infra/deploy/target/backbone/lib/infra-microbenchmarks-*.jar org.openjdk.jmh.Main -prof stack Codec",
            "",
            "Exit codes: 0 measured; 1 not measured: it is said why; 2 the command line is wrong.",
        })
public final class MicroBench implements Callable<Integer> {
    private final Measuring measuring;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only those whose name contains the text; upper or lower case does not matter. Default: all.")
    private String only = "";

    @Option(names = "--json", description = "One JSON object on standard output, and nothing else there.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean isHelpWanted;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private MicroBench(Measuring measuring) {
        this.measuring = measuring;
    }

    /** Runs, and ends with the exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Measuring.STANDARD).execute(arguments));
    }

    /** The whole command line, ready to be executed. */
    static CommandLine commandLine(Measuring measuring) {
        return new CommandLine(new MicroBench(measuring))
                .setCommandName("backbone bench micro")
                .setUsageHelpWidth(120)
                .setExecutionExceptionHandler(BenchHome::failed);
    }

    @Override
    public Integer call() {
        List<Figure> figures = measure(chosen());
        Map<String, String> facts = Facts.ofMachine(BenchHome.home());
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Report.json(figures, facts) + System.lineSeparator() : Report.text(figures, facts));
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private List<String> chosen() {
        List<String> chosen = Measuring.names(only);
        if (chosen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no benchmark is called anything like " + only + "; there are "
                            + String.join(", ", Measuring.names("")));
        }
        return chosen;
    }

    private List<Figure> measure(List<String> names) {
        PrintWriter err = spec.commandLine().getErr();
        List<Figure> figures = new ArrayList<>();
        for (String name : names) {
            err.printf("%d/%d %s%n", figures.size() + 1, names.size(), name);
            err.flush();
            figures.add(measuring.measure(name));
        }
        return figures;
    }
}
