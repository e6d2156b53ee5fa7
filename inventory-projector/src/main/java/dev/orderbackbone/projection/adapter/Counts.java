package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.domain.Changes.IgnoredMessage;
import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.flow.Batch;
import dev.orderbackbone.projection.flow.SetAside;
import dev.orderbackbone.projection.flow.SetAside.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What became of each record of a batch, by partition: exactly one of applied, ignored, parked. Used by one thread. */
final class Counts {
    private final Map<TopicPartition, Long> applied = new HashMap<>();
    private final Map<TopicPartition, Instant> lastEventAt = new HashMap<>();
    private final Map<SetAside, Long> setAside;

    Counts(Batch batch, List<IgnoredMessage> ignored) {
        setAside = new HashMap<>(batch.setAside());
        batch.messages().forEach(this::countApplied);
        ignored.forEach(this::countIgnored);
    }

    long applied(TopicPartition partition) {
        return applied.getOrDefault(partition, 0L);
    }

    long setAside(TopicPartition partition, Outcome outcome) {
        return setAside.entrySet().stream()
                .filter(entry -> entry.getKey().partition().equals(partition)
                        && entry.getKey().outcome() == outcome)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    Map<SetAside, Long> setAside() {
        return setAside;
    }

    /** When the latest of the partition's messages occurred; null where the batch has none. */
    @Nullable
    Instant lastEventAt(TopicPartition partition) {
        return lastEventAt.get(partition);
    }

    private void countApplied(Incoming message) {
        TopicPartition partition = Batch.partitionOf(message);
        applied.merge(partition, 1L, Long::sum);
        lastEventAt.merge(
                partition, message.message().meta().occurredAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private void countIgnored(IgnoredMessage ignored) {
        TopicPartition partition = Batch.partitionOf(ignored.message());
        applied.merge(partition, -1L, Long::sum);
        setAside.merge(new SetAside(partition, Outcome.IGNORED, ignored.reason()), 1L, Long::sum);
    }
}
