package dev.orderbackbone.benchmarks.recovery;

import dev.orderbackbone.benchmarks.command.Ran;
import dev.orderbackbone.benchmarks.contender.ours.FillWatch;
import dev.orderbackbone.benchmarks.contender.ours.FillWatch.Filled;
import dev.orderbackbone.benchmarks.contender.ours.MartClient;
import dev.orderbackbone.benchmarks.contender.ours.MartClient.Answered;
import dev.orderbackbone.benchmarks.contender.ours.MartQuery;
import dev.orderbackbone.benchmarks.contender.ours.OurStack;
import dev.orderbackbone.benchmarks.load.OrderFlow;
import dev.orderbackbone.benchmarks.load.Segment;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Bare;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Rebuilt;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A rebuild beside orders and queries, a bare consumer beside as many, and the same orders and queries without either, for as many seconds as the
 * rebuild took and after the rebuilt version has been dropped, so that nothing of it is left.
 */
public final class RebuildStep {
    private final OurStack stack;
    private final Tools tools;
    private final RecoverySettings settings;
    private final Path folder;

    /**
     * Of a stack that is quiet.
     *
     * @param folder for rows on their way.
     */
    public RebuildStep(OurStack stack, Tools tools, RecoverySettings settings, Path folder) {
        this.stack = stack;
        this.tools = tools;
        this.settings = settings;
        this.folder = folder;
    }

    /**
     * All of it.
     *
     * @param sent orders that were sent meanwhile.
     */
    public record Done(Rebuilt rebuilt, List<Segment> sent) {}

    private record Beside(Ran ran, Filled filled, Map<MartQuery, Answered> answered, Segment sent) {}

    private record Flowed(Map<MartQuery, Answered> answered, Segment sent) {}

    /** What is done while orders and queries come. */
    private interface Work {
        void run() throws InterruptedException;
    }

    /** Does it; all is quiet before and after. */
    public Done run() throws InterruptedException {
        int version = FillWatch.nextVersion(stack.database());
        Beside beside = beside(version);
        stack.awaitQuiet();
        tools.catchUp(version);
        Ran compared = tools.compare(version);
        tools.drop(version);
        Bare bare = bare();
        AtomicReference<Bare> bareBeside = new AtomicReference<>();
        Flowed flowed = flowing(beside.sent().end(), () -> bareBeside.set(bare()));
        stack.awaitQuiet();
        Flowed quiet =
                flowing(flowed.sent().end(), () -> Thread.sleep(beside.ran().took()));
        stack.awaitQuiet();
        Rebuilt rebuilt = new Rebuilt(
                beside.filled().records(),
                beside.filled().seconds(),
                beside.ran().seconds(),
                compared.answer().sum("/rowsOther"),
                compared.seconds(),
                beside.ran().peakBytes(),
                beside.sent().count(),
                bare,
                Objects.requireNonNull(bareBeside.get()),
                quiet.answered(),
                beside.answered());
        return new Done(rebuilt, List.of(beside.sent(), flowed.sent(), quiet.sent()));
    }

    private Beside beside(int version) throws InterruptedException {
        try (OrderFlow flow = flow(settings.orders());
                MartClient client = MartClient.start(stack.database(), settings.orders());
                FillWatch watch = FillWatch.start(stack.database(), version)) {
            Ran ran = tools.rebuild(settings.share());
            return new Beside(ran, watch.stop(), client.stop(), flow.stop());
        }
    }

    private Flowed flowing(int first, Work work) throws InterruptedException {
        try (OrderFlow flow = flow(first);
                MartClient client = MartClient.start(stack.database(), settings.orders())) {
            work.run();
            return new Flowed(client.stop(), flow.stop());
        }
    }

    private Bare bare() {
        return new BareConsumer(stack.database(), folder)
                .run(stack.kafka().orElseThrow(), stack.registry())
                .rates();
    }

    private OrderFlow flow(int first) {
        return OrderFlow.start(stack, new MixedOrders(), first, settings.ratePerSecond());
    }
}
