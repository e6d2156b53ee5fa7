package dev.orderbackbone.runtime;

import dev.orderbackbone.runtime.EffectListener.Outcome;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Carries requests out, each on a virtual thread of its own, and not too many at once. Requests are begun by one thread and end on any. */
final class EffectCrew {
    private final String topic;
    private final EffectRun<?> run;
    private final EffectListener listener;
    private final int size;
    private final AtomicInteger underWay = new AtomicInteger();
    private final ThreadFactory threads = Thread.ofVirtual().name("effect-", 0).factory();

    EffectCrew(String topic, EffectRun<?> run, EffectListener listener, int size) {
        this.topic = topic;
        this.run = run;
        this.listener = listener;
        this.size = size;
    }

    boolean hasRoom() {
        return underWay.get() < size;
    }

    int underWay() {
        return underWay.get();
    }

    /**
     * Begins, whether there is room or not.
     *
     * @param end is told what became of the request, on any thread.
     * @return where it is carried out: interrupted, it gives the request back. The answer may still be on its way to the log when it has ended.
     */
    Thread begin(ConsumerRecord<byte[], byte[]> record, Delivery delivery, Consumer<Outcome> end) {
        underWay.incrementAndGet();
        listener.underWay(topic, 1);
        Thread thread = threads.newThread(() -> run.of(record, delivery).whenComplete((outcome, impossible) -> {
            underWay.decrementAndGet();
            listener.underWay(topic, -1);
            listener.dealtWith(topic, outcome);
            end.accept(outcome);
        }));
        thread.start();
        return thread;
    }
}
