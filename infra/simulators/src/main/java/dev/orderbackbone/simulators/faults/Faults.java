package dev.orderbackbone.simulators.faults;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is to misbehave.
 *
 * @param percents how many of a hundred requests each fault strikes, 0 to 100; a fault that is absent strikes none.
 * @param latencyMs how long every answer takes at least, 0 to 600,000.
 * @param latencyJitterMs by how much more it may take, 0 to 600,000.
 * @param outage whether the whole server is away.
 * @param outageMs for how long: 0 to 600,000; 0 for UNAVAILABLE: until changed; CLOSED must end by itself.
 * @param seed other seeds choose other requests.
 */
public record Faults<K extends Enum<K> & FaultKind>(
        Map<K, Double> percents, long latencyMs, long latencyJitterMs, Outage outage, long outageMs, long seed) {

    /** The longest latency and outage: ten minutes. */
    public static final long MAX_MS = 600_000;

    public Faults {
        percents = Map.copyOf(percents);
    }

    /** No fault at all. */
    public static <K extends Enum<K> & FaultKind> Faults<K> none() {
        return new Faults<K>(Map.of(), 0, 0, Outage.NONE, 0, 0);
    }

    /** Whether the fault strikes this attempt of the request with this key. */
    public boolean strikes(K kind, String key, int attempt) {
        Double percent = percents.get(kind);
        return percent != null && percent > 0 && Dice.percent(seed, key, attempt, kind.name()) < percent;
    }

    /** The first of the candidates, in their order, that strikes; null when none does. */
    public @Nullable K firstToStrike(Set<K> candidates, String key, int attempt) {
        for (K kind : candidates) {
            if (strikes(kind, key, attempt)) {
                return kind;
            }
        }
        return null;
    }

    /** How long the answer to this attempt takes. */
    public long latencyMs(String key, int attempt) {
        return latencyJitterMs == 0 ? latencyMs : latencyMs + Dice.upTo(latencyJitterMs, seed, key, attempt, "latency");
    }
}
