package dev.orderbackbone.operator.order;

import dev.orderbackbone.operator.log.CausalOrder;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that happened to an order, by time, but never an effect before its cause: clocks differ, and many things happen in one millisecond.
 *
 * @param status what the public history comes to, in words.
 */
record Timeline(String orderId, String status, List<Entry> entries) {
    private static final List<String> TOPICS =
            Topics.ALL.stream().map(Topic::name).toList();
    private static final Comparator<Entry> BY_TIME = Comparator.comparing(Entry::time)
            .thenComparingInt(entry -> TOPICS.indexOf(entry.topic()))
            .thenComparingLong(Entry::offset);
    private static final CausalOrder<Entry> ORDER = new CausalOrder<>(Entry::eventId, Entry::causationId, BY_TIME);

    static Timeline of(String orderId, String status, Collection<Entry> found) {
        return new Timeline(orderId, status, ORDER.of(found));
    }

    /** Number of the entry that caused one, from 1; 0 where none of these did. */
    int causeOf(Entry entry) {
        for (int index = 0; index < entries.size(); index++) {
            Entry cause = entries.get(index);
            if (!cause.equals(entry)
                    && !cause.eventId().isEmpty()
                    && cause.eventId().equals(entry.causationId())) {
                return index + 1;
            }
        }
        return 0;
    }
}
