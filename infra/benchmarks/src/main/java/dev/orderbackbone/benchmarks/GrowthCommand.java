package dev.orderbackbone.benchmarks;

import dev.orderbackbone.benchmarks.contender.Place;
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
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private AloneOptions alone = new AloneOptions();

    @Mixin
    private ReportOptions reported = new ReportOptions();

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
        Place place = alone.freshPlace();
        try (OurStack stack = new OurStack(StackSettings.dividedInto(1, 1, 1), place, System.getenv())) {
            telling.say("starting");
            stack.start();
            RunSettings settings = RunSettings.ofOurs(Set.of(Stage.MAX), warmUp, orders, repetitions);
            reported.report(
                    new GrowthReport(
                            new Growth(stack, settings, stored, place.root(), telling).run(),
                            Facts.ofMachine(BenchHome.home())),
                    spec.commandLine());
        }
        return 0;
    }
}
