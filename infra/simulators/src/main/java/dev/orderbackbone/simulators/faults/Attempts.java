package dev.orderbackbone.simulators.faults;

import java.util.concurrent.ConcurrentHashMap;

/**
 * How often a request with the same key has come, counted only once a fault struck it: all others are attempt 1.
 * Kept in memory only; after a restart a struck key starts anew at attempt 1.
 */
public final class Attempts {

    /** Beyond so many struck keys all are forgotten and roll again as attempt 1. */
    private static final int MAX_KEYS = 500_000;

    private final ConcurrentHashMap<String, Integer> struck = new ConcurrentHashMap<>();

    /** The number of the attempt that is under way: 1, 2, ... */
    public int of(String key) {
        return struck.getOrDefault(key, 0) + 1;
    }

    /** Notes that a fault struck the attempt under way. */
    public void strike(String key) {
        if (struck.size() >= MAX_KEYS) {
            struck.clear();
        }
        struck.merge(key, 1, Integer::sum);
    }
}
