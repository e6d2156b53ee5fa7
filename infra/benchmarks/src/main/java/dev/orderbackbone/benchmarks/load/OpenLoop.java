package dev.orderbackbone.benchmarks.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends each order when it is due, whatever has become of those before.
 *
 * @param senders requests at a time, at most; an order that waits for one of them is late, and that counts.
 */
record OpenLoop(Target target, double ratePerSecond, int senders) implements Loop.Sending {
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public void send(Phase phase) throws InterruptedException {
        Segment segment = phase.segment();
        Semaphore free = new Semaphore(senders);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = segment.first(); number < segment.end(); number++) {
                int order = number;
                long due = begin + (long) ((number - segment.first()) * NANOS_PER_SECOND / ratePerSecond);
                awaitTime(due);
                free.acquire();
                phase.due(order, due);
                threads.execute(() -> submit(order, phase, free));
            }
        }
    }

    private void submit(int number, Phase phase, Semaphore free) {
        try {
            Loop.submit(target, phase, phase.segment().workload().order(number));
        } finally {
            free.release();
        }
    }

    private static void awaitTime(long due) throws InterruptedException {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
