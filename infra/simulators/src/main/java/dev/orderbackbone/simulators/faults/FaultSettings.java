package dev.orderbackbone.simulators.faults;

import dev.orderbackbone.simulators.config.Environment;
import java.util.EnumMap;
import java.util.Map;

/** The faults that are in force at the start. */
public final class FaultSettings {

    private FaultSettings() {}

    /**
     * Reads them.
     *
     * @param prefix of the settings' names, for example GATEWAY.
     */
    public static <K extends Enum<K> & FaultKind> Faults<K> read(
            Environment environment, String prefix, Class<K> kinds, long latencyMs, long seed) {
        long latency = milliseconds(environment, prefix + "_LATENCY_MS", latencyMs, "how long every answer takes");
        long jitter = milliseconds(environment, prefix + "_LATENCY_JITTER_MS", 0, "by how much more it may take");
        Map<K, Double> percents = new EnumMap<>(kinds);
        for (K kind : kinds.getEnumConstants()) {
            percents.put(kind, environment.percent(prefix + "_" + kind.name() + "_PERCENT", kind.meaning()));
        }
        Outage outage = environment.oneOf(
                prefix + "_OUTAGE",
                Outage.class,
                Outage.NONE,
                "away at the start: refuses requests, or does not listen");
        long outageMs = milliseconds(environment, prefix + "_OUTAGE_MS", 0, "for how long; 0 until changed");
        environment.require(
                outage != Outage.CLOSED || outageMs > 0,
                prefix + "_OUTAGE_MS is required with CLOSED: a closed listener must open again by itself");
        return new Faults<>(percents, latency, jitter, outage, outageMs, seed);
    }

    private static long milliseconds(Environment environment, String name, long fallback, String meaning) {
        return environment.whole(name, fallback, 0, Faults.MAX_MS, meaning);
    }
}
