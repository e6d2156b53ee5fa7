package dev.orderbackbone.orderevents.simulation;

import java.util.Map;
import java.util.TreeMap;

/** What happened in all worlds together: a law that was never put to the test proves nothing. */
final class Tally {
    private final Map<String, Long> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    Map<String, Long> counts() {
        return counts;
    }
}
