package dev.orderbackbone.benchmarks.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the orders of one segment: each is due, accepted, terminal (its row says so) and told (its message's row is there); when all of
 * that is so, it is done. Times are those of {@link System#nanoTime}. Thread-safe, as long as each of the four is told by one thread per order; the
 * first time counts.
 */
public final class Phase {
    private static final int STAGES = 3;

    private final Segment segment;
    private final long[] due;
    private final long[] accepted;
    private final long[] terminal;
    private final long[] told;
    private final AtomicIntegerArray stagesPassed;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger failedAttempts = new AtomicInteger();
    private final Semaphore room;
    private volatile @Nullable RuntimeException failure;

    /**
     * A phase that has not begun.
     *
     * @param window orders on their way at a time, at most.
     */
    public Phase(Segment segment, int window) {
        this.segment = segment;
        this.due = new long[segment.count()];
        this.accepted = new long[segment.count()];
        this.terminal = new long[segment.count()];
        this.told = new long[segment.count()];
        this.stagesPassed = new AtomicIntegerArray(segment.count());
        this.room = new Semaphore(window);
    }

    /** Whose orders they are. */
    public Segment segment() {
        return segment;
    }

    /** Waits until there is room for one more order. */
    void awaitRoom() {
        room.acquireUninterruptibly();
    }

    /** The order is due, and about to be sent. */
    void due(int number, long nanos) {
        due[index(number)] = nanos;
        sent.incrementAndGet();
    }

    /** The contender has promised that the order is not lost. */
    public void accepted(int number, long nanos) {
        pass(accepted, number, nanos);
    }

    /** The order has come to its end, and its row says so. */
    public void terminal(int number, long nanos) {
        pass(terminal, number, nanos);
    }

    /** The row of the message about it is there. */
    public void told(int number, long nanos) {
        pass(told, number, nanos);
    }

    /** A request was not answered, or not with 2xx; it will be made again. */
    public void failedAttempt() {
        failedAttempts.incrementAndGet();
    }

    /** The phase cannot go on. Only the first reason counts. */
    public synchronized void fail(RuntimeException reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    /** Throws the reason for which it cannot go on, if there is one. */
    void check() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Whether orders have been sent that are not done. */
    public boolean isUnderWay() {
        return done() < sent();
    }

    int sent() {
        return sent.get();
    }

    /** Orders of which everything is known. */
    public int done() {
        return done.get();
    }

    /** Requests that had to be made again. */
    public int failedAttempts() {
        return failedAttempts.get();
    }

    /** What was measured; only when all orders are done. */
    PhaseTimes times() {
        if (done() < segment.count()) {
            throw new IllegalStateException(done() + " of " + segment.count() + " orders are done");
        }
        return PhaseTimes.of(due, accepted, terminal, told);
    }

    private void pass(long[] times, int number, long nanos) {
        int index = index(number);
        if (times[index] != 0) {
            return;
        }
        times[index] = nanos;
        if (stagesPassed.incrementAndGet(index) == STAGES) {
            done.incrementAndGet();
            room.release();
        }
    }

    private int index(int number) {
        return number - segment.first();
    }
}
