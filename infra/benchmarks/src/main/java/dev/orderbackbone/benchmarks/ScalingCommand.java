package dev.orderbackbone.benchmarks;

import dev.orderbackbone.benchmarks.contender.Place;
import dev.orderbackbone.benchmarks.contender.ours.OurStack;
import dev.orderbackbone.benchmarks.contender.ours.StackSettings;
import dev.orderbackbone.benchmarks.report.Facts;
import dev.orderbackbone.benchmarks.report.ScalingReport;
import dev.orderbackbone.benchmarks.run.Benchmark;
import dev.orderbackbone.benchmarks.run.RunSettings;
import dev.orderbackbone.benchmarks.run.ScalingStep;
import dev.orderbackbone.benchmarks.run.Stage;
import dev.orderbackbone.benchmarks.run.Telling;
import dev.orderbackbone.operator.text.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code ./backbone bench scaling}. */
@Command(
        name = "scaling",
        description = {
            "Measures the maximum with more and more partitions and threads, with one stock pool and with many, the mixed workload and one with "
                    + "one SKU in every order. A quarter of an hour; each step starts a fresh stack, and every order is checked.",
            "More threads than cores bring nothing on this machine: what it shows is what dividing costs.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone bench scaling",
            "  ./backbone bench scaling --partitions 1,4 --pools 1 --repetitions 1",
            "",
            "Exit codes: 0 there is a result; 1 there is none: it is said why; 2 the command line or a setting is wrong.",
        })
final class ScalingCommand implements Callable<Integer> {
    @Option(
            names = "--partitions",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,4",
            description = "Of every topic, and threads of each service and of the projection. Default: 1,2,4.")
    private List<Integer> partitions = List.of();

    @Option(
            names = "--pools",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,16",
            description = "Stock pools that the location is split into. Default: 1,16.")
    private List<Integer> pools = List.of();

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "40000",
            description = "Orders before each step. Default: 40000.")
    private int warmUp;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Of each repetition. Default: 10000.")
    private int orders;

    @Option(names = "--repetitions", paramLabel = "N", defaultValue = "3", description = "Of each step. Default: 3.")
    private int repetitions;

    @Mixin
    private AloneOptions alone = new AloneOptions();

    @Mixin
    private ReportOptions reported = new ReportOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (partitions.stream().anyMatch(count -> count < 1) || pools.stream().anyMatch(count -> count < 1)) {
            throw new ParameterException(spec.commandLine(), "--partitions and --pools must be 1 or more");
        }
        if (warmUp < 1 || orders < 400 || repetitions < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--warm-up and --repetitions must be 1 or more, --orders 400 or more");
        }
        Telling telling = new Telling(spec.commandLine().getErr(), Terminal.isInteractive());
        List<ScalingStep> steps = new ArrayList<>();
        for (int count : partitions) {
            for (int split : pools) {
                telling.say(count + " partitions and threads, " + split + " stock pools");
                steps.add(step(count, split, telling));
            }
        }
        reported.report(new ScalingReport(steps, Facts.ofMachine(BenchHome.home())), spec.commandLine());
        return 0;
    }

    private ScalingStep step(int count, int split, Telling telling) throws InterruptedException, IOException {
        Place place = alone.freshPlace();
        RunSettings settings = RunSettings.ofOurs(Set.of(Stage.MAX, Stage.HOT), warmUp, orders, repetitions);
        try (OurStack stack = new OurStack(StackSettings.dividedInto(count, count, split), place, System.getenv())) {
            stack.start();
            return new ScalingStep(count, split, new Benchmark(settings, List.of(stack), place.root(), telling).run());
        }
    }
}
