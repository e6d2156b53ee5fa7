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
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Rebuilt;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A rebuild beside orders and queries, and the same orders and queries without it, for as many seconds and after the rebuilt version has been dropped,
 * so that nothing of it is left.
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

    private record Quiet(Map<MartQuery, Answered> answered, Segment sent) {}

    /** Does it; all is quiet before and after. */
    public Done run() throws InterruptedException {
        int version = FillWatch.nextVersion(stack.database());
        Beside beside = beside(version);
        stack.awaitQuiet();
        tools.catchUp(version);
        Ran compared = tools.compare(version);
        BareConsumer.Done bare =
                new BareConsumer(stack.database(), folder).run(stack.kafka().orElseThrow(), stack.registry());
        tools.drop(version);
        Quiet quiet = quiet(beside.sent().end(), beside.ran().took());
        stack.awaitQuiet();
        Rebuilt rebuilt = new Rebuilt(
                beside.filled().records(),
                beside.filled().seconds(),
                beside.ran().seconds(),
                compared.answer().sum("/rowsOther"),
                compared.seconds(),
                beside.ran().peakBytes(),
                beside.sent().count(),
                bare.rate(),
                bare.reading().rate(),
                bare.rows() / bare.copySeconds(),
                quiet.answered(),
                beside.answered());
        return new Done(rebuilt, List.of(beside.sent(), quiet.sent()));
    }

    private Beside beside(int version) throws InterruptedException {
        try (OrderFlow flow = flow(settings.orders());
                MartClient client = MartClient.start(stack.database(), settings.orders());
                FillWatch watch = FillWatch.start(stack.database(), version)) {
            Ran ran = tools.rebuild(settings.share());
            return new Beside(ran, watch.stop(), client.stop(), flow.stop());
        }
    }

    private Quiet quiet(int first, Duration duration) throws InterruptedException {
        try (OrderFlow flow = flow(first);
                MartClient client = MartClient.start(stack.database(), settings.orders())) {
            Thread.sleep(duration);
            return new Quiet(client.stop(), flow.stop());
        }
    }

    private OrderFlow flow(int first) {
        return OrderFlow.start(stack, new MixedOrders(), first, settings.ratePerSecond());
    }
}
