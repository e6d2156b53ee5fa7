package dev.orderbackbone.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which key is due when. It is kept in memory only and found again from the states after a start, so that a deadline costs no record
 * until it passes.
 */
final class Deadlines {
    private final Map<String, Instant> byKey = new HashMap<>();
    private final NavigableMap<Instant, Set<String>> byTime = new TreeMap<>();
    private final Set<String> passedWhileStopped = new HashSet<>();

    /** Sets, moves or (with null) removes the deadline of a key. */
    void set(String key, @Nullable Instant deadline) {
        passedWhileStopped.remove(key);
        Instant former = deadline == null ? byKey.remove(key) : byKey.put(key, deadline);
        if (former != null && !former.equals(deadline)) {
            removeFrom(former, key);
        }
        if (deadline != null && !deadline.equals(former)) {
            byTime.computeIfAbsent(deadline, time -> new LinkedHashSet<>()).add(key);
        }
    }

    /** The first of all deadlines; null where there is none. */
    @Nullable
    Instant earliest() {
        return byTime.isEmpty() ? null : byTime.firstKey();
    }

    /** Takes out the keys that are due, the earliest first, at most {@code limit} of them. */
    List<String> takeDue(Instant now, int limit) {
        List<String> due = new ArrayList<>();
        while (due.size() < limit && !byTime.isEmpty() && !byTime.firstKey().isAfter(now)) {
            String key = byTime.firstEntry().getValue().iterator().next();
            set(key, null);
            due.add(key);
        }
        return due;
    }

    /** Remembers that the deadline of a key has passed while nothing could be decided on it. */
    void putOff(String key) {
        passedWhileStopped.add(key);
    }

    /** Makes a key due whose deadline was put off. */
    void resume(String key, Instant now) {
        if (passedWhileStopped.contains(key)) {
            set(key, now);
        }
    }

    int size() {
        return byKey.size();
    }

    private void removeFrom(Instant time, String key) {
        Set<String> keys = byTime.get(time);
        if (keys != null && keys.remove(key) && keys.isEmpty()) {
            byTime.remove(time);
        }
    }
}
