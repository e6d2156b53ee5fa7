package dev.orderbackbone.benchmarks.load;

import dev.orderbackbone.benchmarks.workload.SampleOrder;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Each sender sends the next order as soon as there is room for one.
 *
 * @param senders requests at a time.
 */
record ClosedLoop(Target target, int senders) implements Loop.Sending {
    @Override
    public void send(Phase phase) {
        AtomicInteger next = new AtomicInteger(phase.segment().first());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < senders; sender++) {
                threads.execute(() -> sendFrom(next, phase));
            }
        }
    }

    private void sendFrom(AtomicInteger next, Phase phase) {
        int end = phase.segment().end();
        for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
            SampleOrder order = phase.segment().workload().order(number);
            phase.awaitRoom();
            phase.due(number, System.nanoTime());
            Loop.submit(target, phase, order);
        }
    }
}
