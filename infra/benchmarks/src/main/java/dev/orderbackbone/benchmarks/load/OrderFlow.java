package dev.orderbackbone.benchmarks.load;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.workload.Workload;
import java.time.Duration;

/**
 * Orders that come at a rate beside what is measured, until they are told to stop. What becomes of them is waited for, as in any {@link Loop}.
 */
public final class OrderFlow implements AutoCloseable {
    private static final int MOST_SENDERS = 512;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Phase phase;
    private final Thread thread;

    private OrderFlow(Phase phase, Thread thread) {
        this.phase = phase;
        this.thread = thread;
    }

    /**
     * Begins.
     *
     * @param first number of the first order.
     * @param ratePerSecond more than 0.
     */
    public static OrderFlow start(Target target, Workload workload, int first, double ratePerSecond) {
        int most = (int) Math.min(Integer.MAX_VALUE / 2 - first, Math.ceil(ratePerSecond * LONGEST.toSeconds()));
        Phase phase = new Phase(new Segment(workload, first, most), most);
        target.begin(phase);
        Loop.Sending sending = new OpenLoop(target, ratePerSecond, MOST_SENDERS);
        Thread thread = Thread.ofPlatform().name("order-flow").daemon().start(() -> send(sending, phase));
        return new OrderFlow(phase, thread);
    }

    /**
     * Ends it, and waits until all that were sent are done.
     *
     * @return the orders that were sent.
     * @throws BenchFailure if an order was not taken, or nothing happens any more; or if it has ended by itself, after an hour.
     */
    public Segment stop() throws InterruptedException {
        if (!thread.isAlive()) {
            phase.check();
            throw new BenchFailure("orders have come to their end after " + LONGEST.toMinutes() + " minutes");
        }
        close();
        thread.join();
        awaitDone();
        return new Segment(phase.segment().workload(), phase.segment().first(), phase.sent());
    }

    /** Ends it, and waits for nothing. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private void awaitDone() throws InterruptedException {
        int before = -1;
        long lastChange = System.nanoTime();
        while (phase.isUnderWay()) {
            phase.check();
            if (phase.done() != before) {
                before = phase.done();
                lastChange = System.nanoTime();
            } else if (System.nanoTime() - lastChange > PATIENCE.toNanos()) {
                throw new BenchFailure("nothing happened for " + PATIENCE.toSeconds() + " s: " + phase.done() + " of "
                        + phase.sent() + " orders are done");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        phase.check();
    }

    private static void send(Loop.Sending sending, Phase phase) {
        try {
            sending.send(phase);
        } catch (InterruptedException asked) {
            // That is how it is told to stop.
        } catch (RuntimeException broken) {
            phase.fail(broken);
        }
    }
}
