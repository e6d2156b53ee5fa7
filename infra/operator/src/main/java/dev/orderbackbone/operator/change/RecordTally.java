package dev.orderbackbone.operator.change;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.change.Plan.Part;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Counts records for a plan: by partition and type, with their first and last times, and the orders that they concern. */
public final class RecordTally {
    private static final String UNDECODABLE = "(does not decode)";

    private final TreeMap<String, TreeMap<Integer, TreeMap<String, Part>>> parts = new TreeMap<>();
    private final TreeSet<String> orders = new TreeSet<>();
    private long records;

    /** One more; {@code message} is what it says, null where its bytes do not decode. */
    public void add(ConsumerRecord<byte[], byte[]> record, @Nullable Message message) {
        Instant time = Instant.ofEpochMilli(record.timestamp());
        String type = message == null ? UNDECODABLE : message.getClass().getSimpleName();
        records++;
        parts.computeIfAbsent(record.topic(), topic -> new TreeMap<>())
                .computeIfAbsent(record.partition(), partition -> new TreeMap<>())
                .merge(type, new Part(record.topic(), record.partition(), type, 1, time, time), RecordTally::together);
        if (message != null && !message.meta().orderId().isEmpty()) {
            orders.add(message.meta().orderId());
        }
    }

    /** Records that nobody has looked into, by their offsets. */
    public void addUnread(TopicPartition partition, long offsets) {
        records += offsets;
        parts.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .computeIfAbsent(partition.partition(), number -> new TreeMap<>())
                .put("", new Part(partition.topic(), partition.partition(), "", offsets, null, null));
    }

    /** How many. */
    public long records() {
        return records;
    }

    /** What they are. */
    public List<Part> parts() {
        return parts.values().stream()
                .flatMap(partitions -> partitions.values().stream())
                .flatMap(types -> types.values().stream())
                .toList();
    }

    /** Ids of the orders that they concern. */
    public SortedSet<String> orders() {
        return Collections.unmodifiableSortedSet(orders);
    }

    private static Part together(Part one, Part other) {
        return new Part(
                one.topic(),
                one.partition(),
                one.type(),
                one.records() + other.records(),
                earlier(one.first(), other.first()),
                later(one.last(), other.last()));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
