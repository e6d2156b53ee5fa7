package dev.orderbackbone.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the progress of partitions as the offsets of a consumer group, with what they cannot say as metadata. Only for the consumer's thread. */
final class ProgressLog {
    /** A crash repeats what was done in so long, and in the time of one commit. */
    static final Duration BETWEEN_COMMITS = Duration.ofMillis(20);

    private static final Logger log = LoggerFactory.getLogger(ProgressLog.class);
    /** The broker is away, or the group divides its partitions anew. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);

    private static final Duration LAST_COMMIT_PATIENCE = Duration.ofSeconds(5);

    private final Consumer<?, ?> consumer;
    /** Not before; times may overflow. */
    private long nextCommitNs = System.nanoTime();

    private boolean isCommitting;
    private boolean isFailing;

    ProgressLog(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /**
     * Finds out how far partitions are that were just assigned, and has the consumer read them from there.
     *
     * @throws KafkaException if the broker does not tell.
     */
    Map<TopicPartition, Progress> restore(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> stored = consumer.committed(Set.copyOf(partitions));
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Progress> restored = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long beginning = Objects.requireNonNull(beginnings.get(partition));
            CommittedProgress last = Optional.ofNullable(stored.get(partition))
                    .map(offset -> read(partition, offset))
                    .orElseGet(() -> CommittedProgress.beforeAll(beginning));
            long start = Math.max(last.position(), beginning);
            if (start > last.position()) {
                log.error(
                        "up to {} requests of {} were deleted before they were carried out: it goes on at {}",
                        start - last.position(),
                        partition,
                        start);
            }
            consumer.seek(partition, start);
            restored.put(partition, new Progress(last, start));
        }
        return restored;
    }

    /** Begins to write down what is new, unless it did so just now or has not finished yet. What fails is written down with the next. */
    void write(Collection<EffectPartition> partitions) {
        if (isCommitting || System.nanoTime() - nextCommitNs < 0) {
            return;
        }
        Map<EffectPartition, Progress.Draft> drafts = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (EffectPartition partition : partitions) {
            if (!partition.progress().isWrittenDown()) {
                Progress.Draft draft = partition.progress().draft();
                drafts.put(partition, draft);
                offsets.put(partition.id(), offsetOf(draft.content()));
            }
        }
        if (!drafts.isEmpty()) {
            isCommitting = true;
            pause(BETWEEN_COMMITS);
            consumer.commitAsync(offsets, (_, failure) -> committed(drafts, failure));
        }
    }

    /** Writes down how far partitions came that are given up; returns when that is done or has failed. */
    void writeLast(Collection<EffectPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        partitions.forEach(partition ->
                offsets.put(partition.id(), offsetOf(partition.progress().last())));
        try {
            consumer.commitSync(offsets, LAST_COMMIT_PATIENCE);
        } catch (KafkaException failure) {
            log.warn("the last requests of {} may be delivered again: {}", offsets.keySet(), failure.getMessage());
        }
    }

    /** Whether it waits for the broker. */
    boolean isCommitting() {
        return isCommitting;
    }

    private void committed(Map<EffectPartition, Progress.Draft> drafts, Exception failure) {
        isCommitting = false;
        if (failure == null) {
            drafts.forEach((partition, draft) -> partition.progress().written(draft));
        } else {
            pause(PAUSE_AFTER_FAILURE);
            logFirstOfARow(failure);
        }
        isFailing = failure != null;
    }

    private void logFirstOfARow(Exception failure) {
        if (!isFailing) {
            log.warn("what is done is written down later: {}", failure.getMessage());
        }
    }

    private void pause(Duration pause) {
        nextCommitNs = System.nanoTime() + pause.toNanos();
    }

    private CommittedProgress read(TopicPartition partition, OffsetAndMetadata stored) {
        return CommittedProgress.read(stored.offset(), stored.metadata()).orElseGet(() -> {
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            log.warn(
                    "what is done of {} cannot be read from \"{}\": from {} to {} all counts as begun before",
                    partition,
                    stored.metadata(),
                    stored.offset(),
                    end);
            return new CommittedProgress(List.of(), stored.offset(), Math.max(stored.offset(), end));
        });
    }

    private static OffsetAndMetadata offsetOf(CommittedProgress progress) {
        return new OffsetAndMetadata(progress.position(), progress.metadata());
    }
}
