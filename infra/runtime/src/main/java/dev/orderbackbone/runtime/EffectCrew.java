package dev.orderbackbone.runtime;

import dev.orderbackbone.runtime.EffectListener.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Carries requests out, each on a virtual thread of its own, and not too many at once. Shared by all lanes; thread-safe. */
final class EffectCrew implements AutoCloseable {
    private final String topic;
    private final EffectRun<?> run;
    private final EffectListener listener;
    private final int size;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("effect-", 0).factory());
    private volatile boolean isClosing;

    EffectCrew(String topic, EffectRun<?> run, EffectListener listener, int size) {
        this.topic = topic;
        this.run = run;
        this.listener = listener;
        this.size = size;
        this.free = new Semaphore(size);
    }

    /** Starts as soon as there is room, or gives the request back if there is none in time; the future never fails. */
    CompletableFuture<Outcome> start(ConsumerRecord<byte[], byte[]> record, Instant roomBy) {
        if (!hasRoom(roomBy)) {
            listener.dealtWith(topic, Outcome.RELEASED);
            return CompletableFuture.completedFuture(Outcome.RELEASED);
        }
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        listener.underWay(topic, 1);
        threads.execute(() -> run.of(record).whenComplete((outcome, impossible) -> {
            free.release();
            listener.underWay(topic, -1);
            listener.dealtWith(topic, outcome);
            end.complete(outcome);
        }));
        return end;
    }

    /** Whether all of it is done within the time. */
    boolean await(Future<?> all, Duration patience) {
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException tooSlow) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("runs never fail", impossible);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void handedOver() {
        listener.handedOver(topic);
    }

    int underWay() {
        return size - free.availablePermits();
    }

    boolean isClosing() {
        return isClosing;
    }

    /** From now on nothing new is begun. */
    void beginClosing() {
        isClosing = true;
    }

    /** Waits until nothing is under way any more, for so long at most. */
    void drain(Duration patience) throws InterruptedException {
        if (free.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            free.release(size);
        }
    }

    /** Interrupts what is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private boolean hasRoom(Instant roomBy) {
        try {
            long patienceMs = Duration.between(Instant.now(), roomBy).toMillis();
            return !isClosing && free.tryAcquire(patienceMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
