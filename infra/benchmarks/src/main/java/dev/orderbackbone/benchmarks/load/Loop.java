package dev.orderbackbone.benchmarks.load;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import java.time.Duration;

/**
 * Sends the orders of a segment and waits until they are done.
 *
 * @param patience how long nothing may happen.
 */
public record Loop(Target target, Watcher watcher, Duration patience) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** Is told how far a phase is, several times a second. */
    @FunctionalInterface
    public interface Watcher {
        /** So many of so many orders are done. */
        void on(int done, int all);
    }

    /** A way of sending: runs until the last order has been handed over. */
    interface Sending {
        void send(Phase phase) throws InterruptedException;
    }

    /**
     * As fast as it goes.
     *
     * @param senders requests at a time.
     * @param window orders on their way at a time.
     */
    public Result closed(Segment segment, int senders, int window) throws InterruptedException {
        return run(new Phase(segment, window), new ClosedLoop(target, senders));
    }

    /** So many orders a second. */
    public Result open(Segment segment, double ratePerSecond, int senders) throws InterruptedException {
        return run(new Phase(segment, segment.count()), new OpenLoop(target, ratePerSecond, senders));
    }

    /** What was measured, and how many requests had to be made again. */
    public record Result(PhaseTimes times, int failedAttempts) {}

    private Result run(Phase phase, Sending sending) throws InterruptedException {
        target.begin(phase);
        Thread sender = Thread.ofPlatform().name("sending").daemon().start(() -> send(phase, sending));
        awaitDone(phase);
        sender.join();
        return new Result(phase.times(), phase.failedAttempts());
    }

    private static void send(Phase phase, Sending sending) {
        try {
            sending.send(phase);
        } catch (InterruptedException stopped) {
            phase.fail(new BenchFailure("interrupted", stopped));
        } catch (RuntimeException broken) {
            phase.fail(broken);
        }
    }

    private void awaitDone(Phase phase) throws InterruptedException {
        int all = phase.segment().count();
        int before = -1;
        long lastChange = System.nanoTime();
        while (phase.done() < all) {
            phase.check();
            int done = phase.done();
            watcher.on(done, all);
            if (done != before) {
                before = done;
                lastChange = System.nanoTime();
            } else if (System.nanoTime() - lastChange > patience.toNanos()) {
                throw new BenchFailure("nothing happened for " + patience.toSeconds() + " s: " + done + " of " + all
                        + " orders are done, " + phase.sent() + " were sent");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        watcher.on(all, all);
    }

    static void submit(Target target, Phase phase, SampleOrder order) {
        try {
            target.submit(order, phase);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            phase.fail(new BenchFailure("interrupted", stopped));
        } catch (RuntimeException broken) {
            phase.fail(broken);
        }
    }
}
