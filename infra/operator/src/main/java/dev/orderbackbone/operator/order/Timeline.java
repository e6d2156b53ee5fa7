package dev.orderbackbone.operator.order;

import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

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

    static Timeline of(String orderId, String status, Collection<Entry> found) {
        return new Timeline(orderId, status, inOrder(found));
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

    private static List<Entry> inOrder(Collection<Entry> found) {
        Set<String> ids = found.stream().map(Entry::eventId).collect(Collectors.toSet());
        Map<String, List<Entry>> waitingForCause = new HashMap<>();
        PriorityQueue<Entry> ready = new PriorityQueue<>(BY_TIME);
        for (Entry entry : found) {
            boolean isCaused = !entry.causationId().equals(entry.eventId()) && ids.contains(entry.causationId());
            if (isCaused) {
                waitingForCause
                        .computeIfAbsent(entry.causationId(), cause -> new ArrayList<>())
                        .add(entry);
            } else {
                ready.add(entry);
            }
        }
        List<Entry> inOrder = new ArrayList<>();
        while (!ready.isEmpty()) {
            Entry next = ready.remove();
            inOrder.add(next);
            List<Entry> effects = waitingForCause.remove(next.eventId());
            if (effects != null) {
                ready.addAll(effects);
            }
        }
        // Whatever causes itself in a circle is told all the same.
        waitingForCause.values().stream().flatMap(List::stream).sorted(BY_TIME).forEach(inOrder::add);
        return List.copyOf(inOrder);
    }
}
