package dev.orderbackbone.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that has failed. Inputs that cannot be decided on are parked before they fail anything: what
 * does fail a thread is the broker's or the disk's trouble, and passes. A thread that fails soon after another waits for
 * it, longer each time, so that a trouble that lasts costs neither a core nor a full log. Thread-safe.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration CALM = Duration.ofMinutes(2);

    private final LongSupplier nanoTime;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Duration next = Duration.ZERO;
    private long lastFailure;

    ThreadReplacement(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        Duration pause = pause();
        log.error("a stream thread failed and is replaced in {} s", pause.toSeconds(), failure);
        try {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                log.info("no longer replaced: the service stops");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** How long the next one has to wait: nothing after two calm minutes, then 1 s, 2 s, 4 s and so on up to 30 s. */
    synchronized Duration pause() {
        long now = nanoTime.getAsLong();
        boolean calm = now - lastFailure > CALM.toNanos();
        Duration pause = calm ? Duration.ZERO : next;
        Duration doubled = pause.isZero() ? SHORTEST : pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        lastFailure = now;
        return pause;
    }

    /** Lets those that wait go on at once. */
    @Override
    public void close() {
        closing.countDown();
    }
}
