package dev.orderbackbone.runtime;

import dev.orderbackbone.runtime.EffectPartition.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * A worker's membership in its group, from joining to leaving. Only for the consumer's thread, which never waits for a request: it polls,
 * notes what has ended, begins what may be begun, and writes down what is done.
 */
final class EffectSession implements ConsumerRebalanceListener {
    private static final Duration IDLE_POLL = Duration.ofMillis(500);
    /** Ends of requests are noted so late at the most. */
    private static final Duration BUSY_POLL = Duration.ofMillis(5);

    private final Consumer<byte[], byte[]> consumer;
    private final EffectCrew crew;
    private final EffectSettings settings;
    private final ProgressLog log;
    private final Map<TopicPartition, EffectPartition> partitions = new LinkedHashMap<>();
    private final BlockingQueue<Ended> ends = new LinkedBlockingQueue<>();

    EffectSession(Consumer<byte[], byte[]> consumer, EffectCrew crew, EffectSettings settings) {
        this.consumer = consumer;
        this.crew = crew;
        this.settings = settings;
        this.log = new ProgressLog(consumer);
    }

    /** One round. To be repeated. */
    void turn() {
        take(consumer.poll(isIdle() ? IDLE_POLL : BUSY_POLL));
        noteEnds();
        beginAll();
        readNoMoreThanIsBegun();
        log.write(partitions.values());
    }

    /** Waits for what is under way, for so long at most, writes down what is done and gives back the rest. */
    void close() {
        giveUp(List.copyOf(partitions.keySet()), settings.closePatience());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        log.restore(assigned)
                .forEach((partition, progress) ->
                        partitions.put(partition, new EffectPartition(partition, progress, ends)));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        giveUp(revoked, settings.handoverPatience());
    }

    /** Somebody else has them already. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        removed(lost).forEach(EffectPartition::giveUp);
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        records.nextOffsets().forEach((id, next) -> {
            EffectPartition partition = Objects.requireNonNull(partitions.get(id));
            partition.take(records.records(id), next.offset());
        });
    }

    private void noteEnds() {
        List<Ended> all = new ArrayList<>();
        ends.drainTo(all);
        all.forEach(EffectSession::note);
    }

    /** One of each partition, and again, so that none keeps the others waiting. */
    private void beginAll() {
        long now = System.nanoTime();
        boolean isAnyBegun = true;
        while (isAnyBegun) {
            isAnyBegun = false;
            for (EffectPartition partition : partitions.values()) {
                isAnyBegun |= crew.hasRoom() && partition.beginOne(crew, now);
            }
        }
    }

    private void readNoMoreThanIsBegun() {
        List<TopicPartition> full = new ArrayList<>();
        List<TopicPartition> free = new ArrayList<>();
        partitions.forEach((id, partition) -> (partition.hasBacklog() ? full : free).add(id));
        consumer.pause(full);
        consumer.resume(free);
    }

    private boolean isIdle() {
        return !log.isCommitting() && partitions.values().stream().allMatch(EffectPartition::isIdle);
    }

    private void giveUp(Collection<TopicPartition> ids, Duration patience) {
        List<EffectPartition> leaving = removed(ids);
        if (leaving.isEmpty()) {
            return;
        }
        awaitEnds(leaving, patience);
        leaving.forEach(EffectPartition::giveUp);
        log.writeLast(leaving);
    }

    private List<EffectPartition> removed(Collection<TopicPartition> ids) {
        List<EffectPartition> removed = new ArrayList<>();
        for (TopicPartition id : ids) {
            EffectPartition partition = partitions.remove(id);
            if (partition != null) {
                removed.add(partition);
            }
        }
        return removed;
    }

    private void awaitEnds(List<EffectPartition> leaving, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            noteEnds();
            while (leaving.stream().anyMatch(EffectPartition::isUnderWay)) {
                Ended ended = ends.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (ended == null) {
                    return;
                }
                note(ended);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static void note(Ended ended) {
        ended.partition().ended(ended.request(), ended.outcome(), System.nanoTime());
    }
}
