package dev.orderbackbone.benchmarks.recovery;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.command.Ran;
import dev.orderbackbone.benchmarks.contender.ours.LedgerSizes;
import dev.orderbackbone.benchmarks.contender.ours.Operations;
import dev.orderbackbone.benchmarks.contender.ours.OurStack;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Restored;
import java.nio.file.Path;
import java.time.Duration;

/** Loses everything but the outside world, and brings it back from a backup. */
public final class RestoreStep {
    private static final Duration UNTIL_QUIET = Duration.ofHours(1);
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final OurStack stack;
    private final Operations operations;
    private final Tools tools;

    /** Of a stack that is quiet; no orders can be sent any more afterwards. */
    public RestoreStep(OurStack stack, Operations operations, Tools tools) {
        this.stack = stack;
        this.operations = operations;
        this.tools = tools;
    }

    /**
     * Does it.
     *
     * @throws BenchFailure if the outside world was asked to do something again, or the audit finds anything.
     */
    public Restored run(Path backup) throws InterruptedException {
        LedgerSizes before = operations.ledgers();
        stack.stopSending();
        operations.loseEverything();
        double empty = seconds(operations.startInfrastructure());
        Ran ran = tools.restore(backup);
        long records = ran.answer().number("/counts/records");
        double ready = seconds(operations.start());
        long began = System.nanoTime();
        stack.awaitQuiet(UNTIL_QUIET);
        double quiet = (System.nanoTime() - began) / NANOS_PER_SECOND;
        LedgerSizes after = operations.ledgers();
        if (!after.equals(before)) {
            throw new BenchFailure("there is no result, as the outside world had written down " + before
                    + " before the restore, and has written down " + after + " after it");
        }
        return new Restored(empty, ran.seconds(), records, ready, quiet, after, tools.verify());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_PER_SECOND;
    }
}
