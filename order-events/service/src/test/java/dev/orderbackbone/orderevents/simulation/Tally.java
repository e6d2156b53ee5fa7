package dev.orderbackbone.orderevents.simulation;

import java.util.Map;
import java.util.TreeMap;

/** What happened in all worlds together: a law that was never put to the test proves nothing. */
final class Tally {
    private final Map<String, Map<String, Long>> counts = new TreeMap<>();

    void count(String kind, String what) {
        counts.computeIfAbsent(kind, unseen -> new TreeMap<>()).merge(what, 1L, Long::sum);
    }

    /** How often each of a kind happened. */
    Map<String, Long> of(String kind) {
        return counts.getOrDefault(kind, Map.of());
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        counts.forEach((kind, ofKind) ->
                ofKind.forEach((what, count) -> table.append(String.format("%8d  %s %s%n", count, kind, what))));
        return table.toString();
    }
}
