package dev.orderbackbone.runtime;

import dev.orderbackbone.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What the broker keeps for the group of the gateway's callers, and what there is for them. */
final class GroupOffsets implements AutoCloseable {
    private static final String GROUP = EffectTopology.groupOf(Topics.PAYMENT);
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, CallLog.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.PAYMENTS_CALLS.name(), partition))
            .toList();

    private final Admin admin;

    GroupOffsets(KafkaSettings kafka) {
        this.admin = Admin.create(kafka.clientProperties());
    }

    /** Waits until everything there is has been done and written down, but for so many requests. */
    void awaitAllDoneBut(int open) {
        Map<TopicPartition, Long> ends = ends();
        Await.until("all are written down", () -> {
            List<CommittedProgress> kept = kept().values().stream()
                    .map(offset -> CommittedProgress.read(offset.offset(), offset.metadata())
                            .orElseThrow())
                    .toList();
            return kept.stream().mapToLong(CommittedProgress::upTo).sum() == sum(ends)
                    && kept.stream().mapToInt(one -> one.open().size()).sum() == open;
        });
    }

    /** Waits until the group has reached the end of the log as others see it. */
    void awaitEnd() {
        Map<TopicPartition, Long> ends = ends();
        Await.until("the group is at the end", () -> {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            kept().forEach((partition, offset) -> offsets.put(partition, offset.offset()));
            return offsets.equals(ends);
        });
    }

    /** Sets the group's offsets to where they are, without what we know beyond. */
    void forgetMetadata() {
        Map<TopicPartition, OffsetAndMetadata> bare = new HashMap<>();
        kept().forEach((partition, offset) -> bare.put(partition, new OffsetAndMetadata(offset.offset())));
        get(admin.alterConsumerGroupOffsets(GROUP, bare).all());
    }

    /** Deletes all that is there. */
    void deleteRequests() {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        ends().forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
        get(admin.deleteRecords(all).all());
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, OffsetAndMetadata> kept() {
        Map<TopicPartition, OffsetAndMetadata> kept =
                new HashMap<>(get(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata()));
        kept.values().removeIf(Objects::isNull);
        return kept;
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        get(admin.listOffsets(
                                PARTITIONS.stream()
                                        .collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest())),
                                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private static long sum(Map<?, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
