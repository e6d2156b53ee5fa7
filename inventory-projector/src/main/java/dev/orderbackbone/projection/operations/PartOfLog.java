package dev.orderbackbone.projection.operations;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.projection.flow.SourceTopics;
import dev.orderbackbone.schemas.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A part of the log.
 *
 * @param name what it is called.
 * @param from the first offset of each partition.
 * @param to the offset after the last of each partition.
 * @param selection which of the records between.
 */
public record PartOfLog(
        VersionStatus.Part name, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Selection selection) {
    /** The topics that read models are made from. */
    public static final List<Topic> TOPICS = SourceTopics.ALL;

    /** Copies the offsets. */
    public PartOfLog {
        from = Map.copyOf(from);
        to = Map.copyOf(to);
    }

    /** Which records. */
    @FunctionalInterface
    public interface Selection {
        /**
         * Whether a record is one of them.
         *
         * @param message what it says; null where it does not decode, or is of a type that is not known.
         */
        boolean has(ConsumerRecord<byte[], byte[]> record, @Nullable Message message);
    }

    /** Its ends, but none beyond where a version of the read models stands: what cannot be projected has been parked there, once. */
    Map<TopicPartition, Long> endsWithin(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        from.forEach((partition, first) -> ends.put(
                partition,
                Math.max(
                        first, Math.min(to.getOrDefault(partition, first), positions.getOrDefault(partition, first)))));
        return ends;
    }
}
