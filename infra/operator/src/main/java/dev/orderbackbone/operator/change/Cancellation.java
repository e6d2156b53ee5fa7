package dev.orderbackbone.operator.change;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An operator's Ctrl-C: it interrupts the thread that carries out a change, and lets it write down how far it came before the program ends. */
final class Cancellation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean isAsked;

    private Cancellation(Thread worker) {
        this.hook = new Thread(() -> stop(worker), "cancellation");
    }

    static Cancellation ofThisThread() {
        Cancellation cancellation = new Cancellation(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(cancellation.hook);
        return cancellation;
    }

    boolean isAsked() {
        return isAsked;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // the program ends, and the hook has run or does so now
        }
    }

    private void stop(Thread worker) {
        isAsked = true;
        worker.interrupt();
        try {
            boolean hasEnded = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!hasEnded) {
                System.err.println("backbone: the change did not stop within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
