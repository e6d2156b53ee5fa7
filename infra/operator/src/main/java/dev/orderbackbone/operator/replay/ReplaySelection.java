package dev.orderbackbone.operator.replay;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Sha256;
import dev.orderbackbone.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which records.
 *
 * @param sources the topics where they stand, one or more.
 * @param partitions only these; none for all.
 * @param since only of that record time or later; null for all.
 * @param until only from before that record time; null for all.
 * @param fromOffset the first offset of each partition.
 * @param toOffset the offset after the last one of each partition.
 * @param orders ids; only records that concern one of them; none for all.
 * @param types names of message types; only these; none for all.
 */
record ReplaySelection(
        List<Topic> sources,
        Set<Integer> partitions,
        @Nullable Instant since,
        @Nullable Instant until,
        long fromOffset,
        long toOffset,
        Set<String> orders,
        Set<String> types) {
    private static final int MARK_LENGTH = 16;
    private static final int MOST_NAMED = 10;

    ReplaySelection {
        sources = List.copyOf(sources);
        partitions = Set.copyOf(partitions);
        orders = Set.copyOf(orders);
        types = Set.copyOf(types);
    }

    boolean hasPartition(int partition) {
        return partitions.isEmpty() || partitions.contains(partition);
    }

    /** Whether what a record says decides, and not only where and when it stands. */
    boolean goesByContent() {
        return !orders.isEmpty() || !types.isEmpty();
    }

    /**
     * Whether it is one of them.
     *
     * @param message what it says; null where its bytes do not decode, or nothing goes by it.
     */
    boolean has(ConsumerRecord<byte[], byte[]> record, @Nullable Message message) {
        return record.offset() >= fromOffset
                && record.offset() < toOffset
                && isTimeWanted(Instant.ofEpochMilli(record.timestamp()))
                && (orders.isEmpty()
                        || (message != null && orders.contains(message.meta().orderId())))
                && (types.isEmpty()
                        || (message != null && types.contains(message.getClass().getSimpleName())));
    }

    /** The same for the same selection, and for no other: a replay is continued only by the same replay. */
    String mark() {
        String names = sources.stream().map(Topic::name).sorted().collect(Collectors.joining(", "));
        String text = names + new TreeSet<>(partitions) + since + until + fromOffset + "-" + toOffset
                + new TreeSet<>(orders) + new TreeSet<>(types);
        return HexFormat.of()
                .formatHex(Sha256.digest(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, MARK_LENGTH);
    }

    /** Names of the topics. */
    String topics() {
        return sources.stream().map(Topic::name).collect(Collectors.joining(", "));
    }

    /** Which, for people. */
    String words() {
        List<String> words = new ArrayList<>();
        words.add(topics());
        addIfAny(words, "partitions", partitions);
        if (since != null) {
            words.add("since " + since);
        }
        if (until != null) {
            words.add("until " + until);
        }
        if (fromOffset > 0) {
            words.add("from offset " + fromOffset);
        }
        if (toOffset < Long.MAX_VALUE) {
            words.add("before offset " + toOffset);
        }
        addIfAny(words, "orders", orders);
        addIfAny(words, "types", types);
        return String.join("; ", words);
    }

    private static <T extends Comparable<T>> void addIfAny(List<String> words, String what, Set<T> chosen) {
        if (!chosen.isEmpty()) {
            String named = new TreeSet<>(chosen)
                    .stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
            words.add(
                    what + " " + named + (chosen.size() > MOST_NAMED ? " and more, " + chosen.size() + " in all" : ""));
        }
    }

    private boolean isTimeWanted(Instant time) {
        return (since == null || !time.isBefore(since)) && (until == null || time.isBefore(until));
    }
}
