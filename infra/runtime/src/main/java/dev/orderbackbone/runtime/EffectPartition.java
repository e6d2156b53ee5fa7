package dev.orderbackbone.runtime;

import dev.orderbackbone.runtime.EffectListener.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The requests of one assigned partition: those that wait, those under way, those to be tried again. Only for the consumer's thread. */
final class EffectPartition {
    /** Before a request whose answer could not be written is tried again: whatever it was, it does not pass in a moment. */
    static final Duration PAUSE_BEFORE_RETRY = Duration.ofSeconds(2);

    private final TopicPartition id;
    private final Progress progress;
    private final Queue<Ended> ends;
    private final Deque<ConsumerRecord<byte[], byte[]>> backlog = new ArrayDeque<>();
    private final Deque<Retry> retries = new ArrayDeque<>();
    private final Map<Long, Thread> underWay = new HashMap<>();
    private long readUpTo;
    private boolean isGivenUp;

    /**
     * Of a partition that is read from the progress' position on.
     *
     * @param ends takes from any thread what {@link #ended} is to be told on the consumer's.
     */
    EffectPartition(TopicPartition id, Progress progress, Queue<Ended> ends) {
        this.id = id;
        this.progress = progress;
        this.ends = ends;
    }

    /** A request came to its end. */
    record Ended(EffectPartition partition, ConsumerRecord<byte[], byte[]> request, Outcome outcome) {}

    private record Retry(ConsumerRecord<byte[], byte[]> request, long atNs) {
        /** Whether its time has come; times may overflow. */
        boolean isDue(long nowNs) {
            return nowNs - atNs >= 0;
        }
    }

    TopicPartition id() {
        return id;
    }

    Progress progress() {
        return progress;
    }

    /**
     * Requests were read.
     *
     * @param next where reading goes on, which passes what is no request.
     */
    void take(List<ConsumerRecord<byte[], byte[]>> requests, long next) {
        for (ConsumerRecord<byte[], byte[]> request : requests) {
            if (!progress.isDone(request.offset())) {
                backlog.add(request);
            }
        }
        readUpTo = next;
        noteRead();
    }

    /** Begins one request if there is one that may be begun. */
    boolean beginOne(EffectCrew crew, long nowNs) {
        Retry retry = retries.peek();
        if (retry != null && retry.isDue(nowNs)) {
            begin(crew, retries.remove().request(), Delivery.REPEATED);
            return true;
        }
        ConsumerRecord<byte[], byte[]> request = backlog.peek();
        if (request == null || !progress.mayBegin(request.offset())) {
            return false;
        }
        begin(crew, backlog.remove(), progress.begin(request.offset()));
        noteRead();
        return true;
    }

    /** A request came to its end. Ignored where the partition was given up: somebody else has it by now. */
    void ended(ConsumerRecord<byte[], byte[]> request, Outcome outcome, long nowNs) {
        if (isGivenUp) {
            return;
        }
        underWay.remove(request.offset());
        if (outcome == Outcome.RELEASED) {
            retries.add(new Retry(request, nowNs + PAUSE_BEFORE_RETRY.toNanos()));
        } else {
            progress.done(request.offset());
        }
    }

    /** Interrupts what is still under way. */
    void giveUp() {
        isGivenUp = true;
        underWay.values().forEach(Thread::interrupt);
    }

    /** Whether requests wait that were read. */
    boolean hasBacklog() {
        return !backlog.isEmpty();
    }

    boolean isUnderWay() {
        return !underWay.isEmpty();
    }

    /** Whether nothing is to be done unless something comes. */
    boolean isIdle() {
        return backlog.isEmpty() && underWay.isEmpty() && retries.isEmpty() && progress.isWrittenDown();
    }

    private void begin(EffectCrew crew, ConsumerRecord<byte[], byte[]> request, Delivery delivery) {
        underWay.put(
                request.offset(),
                crew.begin(request, delivery, outcome -> ends.add(new Ended(this, request, outcome))));
    }

    private void noteRead() {
        ConsumerRecord<byte[], byte[]> waiting = backlog.peek();
        progress.readUpTo(waiting == null ? readUpTo : waiting.offset());
    }
}
