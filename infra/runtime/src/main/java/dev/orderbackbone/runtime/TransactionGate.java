package dev.orderbackbone.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Where transactions begin. While somebody holds it closed none does, and when those that are open have ended, nothing that this process decides
 * moves: what it has read, what it remembers and what it has written fit together. Thread-safe.
 */
final class TransactionGate {
    private final LongSupplier nanoTime;
    /** By the holder's id: until when. */
    private final Map<String, Long> holders = new HashMap<>();

    private int open;

    /** With a clock that {@link System#nanoTime} is, unless a test brings its own. */
    TransactionGate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * A transaction is about to begin: returns when it may.
     *
     * @throws InterruptException if interrupted while waiting.
     */
    synchronized void enter() {
        try {
            for (long nanos = nanosHeld(); nanos > 0; nanos = nanosHeld()) {
                wait(nanos / 1_000_000 + 1);
            }
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
        open++;
    }

    /** A transaction that has entered is committed, aborted, or will never be. */
    synchronized void leave() {
        open--;
    }

    /** Closes it for so long, unless it is opened before. */
    synchronized void close(String holder, Duration lease) {
        holders.put(holder, nanoTime.getAsLong() + lease.toNanos());
    }

    /** Lets go, as far as this holder is concerned. */
    synchronized void open(String holder) {
        holders.remove(holder);
        notifyAll();
    }

    /** Whether this holder has kept it closed without a break, up to now. */
    synchronized boolean isHeldBy(String holder) {
        Long end = holders.get(holder);
        return end != null && end - nanoTime.getAsLong() > 0;
    }

    /** How many transactions are open. */
    synchronized int openTransactions() {
        return open;
    }

    private long nanosHeld() {
        long now = nanoTime.getAsLong();
        holders.values().removeIf(end -> end - now <= 0);
        return holders.values().stream().mapToLong(end -> end - now).max().orElse(0);
    }
}
