package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.check.Check;
import dev.orderbackbone.benchmarks.check.Verdict;
import dev.orderbackbone.benchmarks.contender.ours.Operations;
import dev.orderbackbone.benchmarks.contender.ours.OurStack;
import dev.orderbackbone.benchmarks.cost.LogReading;
import dev.orderbackbone.benchmarks.load.Loop;
import dev.orderbackbone.benchmarks.load.Segment;
import dev.orderbackbone.benchmarks.recovery.RebuildStep;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.BackedUp;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Restored;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Verified;
import dev.orderbackbone.benchmarks.recovery.RecoverySettings;
import dev.orderbackbone.benchmarks.recovery.RestoreStep;
import dev.orderbackbone.benchmarks.recovery.Tools;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fills a log, and lets the operators' tools read it, rebuild from it, copy it, and bring it back. */
public final class Recovery {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final OurStack stack;
    private final RecoverySettings settings;
    private final Path folder;
    private final Telling telling;
    private final Operations operations;
    private final Tools tools;
    private final List<Segment> sent = new ArrayList<>();

    /**
     * A stack that is started, with a gateway that keeps a ledger.
     *
     * @param folder for the backup, and for rows on their way; empty.
     */
    public Recovery(OurStack stack, RecoverySettings settings, Path folder, Telling telling) {
        this.stack = stack;
        this.settings = settings;
        this.folder = folder;
        this.telling = telling;
        this.operations = stack.operations();
        this.tools = new Tools(operations.program(telling::say));
    }

    /**
     * Measures everything.
     *
     * @throws BenchFailure if anything is not as it must be: then there is no result.
     */
    public RecoveryResult run() throws InterruptedException {
        double ordersPerSecond = fill();
        telling.say("reading the log");
        LogReading reading = LogReading.of(
                stack.kafka().orElseThrow(),
                Topics.ALL.stream().map(topic -> topic.name()).toList());
        telling.say(String.format(Locale.ROOT, "%,d records, %,.0f/s", reading.records(), reading.rate()));
        Verified verified = verify();
        telling.say("rebuilding the read models, and then the same without");
        RebuildStep.Done rebuilt = new RebuildStep(stack, tools, settings, folder).run();
        rebuilt.sent().forEach(this::sent);
        telling.say(String.format(
                Locale.ROOT,
                "rebuilt at %,.0f records/s; a bare consumer beside as much: %,.0f",
                rebuilt.rebuilt().rate(),
                rebuilt.rebuilt().bareBeside().rate()));
        Path backup = folder.resolve("backup");
        List<BackedUp> backups = List.of(backup(backup), backup(backup));
        telling.say("losing everything, and restoring it");
        Restored restored = new RestoreStep(stack, operations, tools).run(backup);
        telling.say(String.format(Locale.ROOT, "all is back after %.1f s", restored.allSeconds()));
        return new RecoveryResult(
                settings, ordersPerSecond, reading, verified, rebuilt.rebuilt(), backups, restored, check());
    }

    private double fill() throws InterruptedException {
        Segment segment = new Segment(new MixedOrders(), 0, settings.orders());
        Loop.Result filled =
                new Loop(stack, telling.phase("filling"), PATIENCE).closed(segment, stack.senders(), stack.window());
        sent(segment);
        stack.awaitQuiet();
        return filled.times().rate();
    }

    private Verified verify() throws InterruptedException {
        telling.say("verifying");
        Verified verified = tools.verify();
        telling.say(
                String.format(Locale.ROOT, "verified: %,d records in %.1f s", verified.records(), verified.seconds()));
        return verified;
    }

    private BackedUp backup(Path backup) throws InterruptedException {
        telling.say("backing up");
        BackedUp done = tools.backup(backup);
        telling.say(String.format(Locale.ROOT, "%,d records copied in %.1f s", done.copiedRecords(), done.seconds()));
        return done;
    }

    private Verdict check() {
        Verdict verdict = Check.of(sent, stack.evidence());
        if (!verdict.isGood()) {
            throw new BenchFailure("what was done was not right, so there is no result: " + verdict.problems());
        }
        telling.say("checked: " + verdict);
        return verdict;
    }

    private void sent(Segment orders) {
        sent.add(orders);
        operations.noteAccepted(orders);
    }
}
