package dev.orderbackbone.operator.change;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do.
 *
 * @param does in a sentence without a full stop, such as {@code build read_3 beside read_2}.
 * @param parts the records that are selected, where it is about records.
 * @param orders ids of the orders that are touched.
 * @param estimate how long it will take; empty where nobody can tell.
 * @param warnings what an operator should know before, a sentence each: what retention no longer holds, what is not taken along.
 */
public record Plan(
        String does, List<Part> parts, SortedSet<String> orders, Optional<Duration> estimate, List<String> warnings) {
    /** Copies all. */
    public Plan {
        parts = List.copyOf(parts);
        orders = Collections.unmodifiableSortedSet(new TreeSet<>(orders));
        warnings = List.copyOf(warnings);
    }

    /**
     * Records of one type in one partition.
     *
     * @param type name of the message type; empty where bytes are not looked into.
     * @param records how many.
     * @param first time of the earliest; null where bytes are not looked into, or there is none.
     * @param last time of the latest; null likewise.
     */
    public record Part(
            String topic,
            int partition,
            String type,
            long records,
            @Nullable Instant first,
            @Nullable Instant last) {}

    /** About no records in particular. */
    public static Plan of(String does) {
        return new Plan(does, List.of(), new TreeSet<>(), Optional.empty(), List.of());
    }

    /** Records of all parts. */
    public long records() {
        return parts.stream().mapToLong(Part::records).sum();
    }
}
