package dev.orderbackbone.benchmarks;

import dev.orderbackbone.benchmarks.contender.Place;
import dev.orderbackbone.benchmarks.contender.ours.OurStack;
import dev.orderbackbone.benchmarks.contender.ours.StackSettings;
import dev.orderbackbone.benchmarks.load.Loop;
import dev.orderbackbone.benchmarks.load.Segment;
import dev.orderbackbone.benchmarks.profile.FlameGraphs;
import dev.orderbackbone.benchmarks.run.Telling;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.operator.text.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code ./backbone bench flames}. */
@Command(
        name = "flames",
        description = {
            "Draws a flame graph of each process of ours at the maximum, or at a fixed rate: where its CPU goes (async-profiler). Linux only; "
                    + "the figures of such a run are no result.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone bench flames",
            "  ./backbone bench flames --rate 190 --orders 4000 --to flames-at-190",
            "",
            "Exit codes: 0 drawn; 1 not drawn: it is said why; 2 the command line or a setting is wrong.",
        })
final class FlamesCommand implements Callable<Integer> {
    private static final int OPEN_SENDERS = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "60000",
            description = "Orders before it begins. Default: 60000.")
    private int warmUp;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Orders meanwhile. Default: 20000.")
    private int orders;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description = "Orders a second; 0 for as many as it takes. Default: 0.")
    private double rate;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Where the drawings go. Default: infra/benchmarks/results/flames.")
    private @Nullable Path to;

    @Mixin
    private AloneOptions alone = new AloneOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (warmUp < 1 || orders < 1 || rate < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--warm-up and --orders must be 1 or more, --rate 0 or more");
        }
        Telling telling = new Telling(spec.commandLine().getErr(), Terminal.isInteractive());
        Path folder = Objects.requireNonNullElse(to, BenchHome.results().resolve("flames"));
        Place place = alone.freshPlace();
        try (OurStack stack = new OurStack(StackSettings.dividedInto(1, 1, 1), place, System.getenv())) {
            telling.say("starting");
            stack.start();
            new Loop(stack, telling.phase("warming up"), PATIENCE)
                    .closed(new Segment(new MixedOrders(), 0, warmUp), stack.senders(), stack.window());
            stack.awaitQuiet();
            Map<String, Long> jvms = stack.jvmProcesses();
            FlameGraphs graphs = FlameGraphs.start(jvms, place.root());
            Loop loop = new Loop(stack, telling.phase("profiling"), PATIENCE);
            Segment segment = new Segment(new MixedOrders(), warmUp, orders);
            if (rate == 0) {
                loop.closed(segment, stack.senders(), stack.window());
            } else {
                loop.open(segment, rate, OPEN_SENDERS);
            }
            graphs.stop(folder);
            jvms.keySet().forEach(name -> spec.commandLine().getOut().println(folder.resolve(name + ".html")));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
