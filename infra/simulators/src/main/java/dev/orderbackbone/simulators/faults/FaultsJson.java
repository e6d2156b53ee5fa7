package dev.orderbackbone.simulators.faults;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.simulators.json.JsonObject;
import dev.orderbackbone.simulators.json.JsonProblem;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Faults as a flat JSON object: one field per fault, in percent, and the rest by name. */
final class FaultsJson {

    private static final List<String> COMMON = List.of("latencyMs", "latencyJitterMs", "outage", "outageMs", "seed");

    private FaultsJson() {}

    static <K extends Enum<K> & FaultKind> void write(JsonGenerator json, Class<K> kinds, Faults<K> faults)
            throws IOException {
        json.writeNumberField("latencyMs", faults.latencyMs());
        json.writeNumberField("latencyJitterMs", faults.latencyJitterMs());
        for (K kind : kinds.getEnumConstants()) {
            json.writeNumberField(kind.jsonField(), faults.percents().getOrDefault(kind, 0.0));
        }
        json.writeStringField("outage", faults.outage().name());
        json.writeNumberField("outageMs", faults.outageMs());
        json.writeNumberField("seed", faults.seed());
    }

    /** Reads faults; a field that is not named keeps its value of the fallback. */
    static <K extends Enum<K> & FaultKind> Faults<K> read(JsonObject json, Class<K> kinds, Faults<K> fallback) {
        json.allow(known(kinds));
        Outage outage = json.has("outage") ? outage(json.text("outage")) : fallback.outage();
        long outageMs = milliseconds(json, "outageMs", fallback.outageMs());
        if (outage == Outage.CLOSED && outageMs == 0) {
            throw new JsonProblem("outageMs", "is required: a closed listener must open again by itself");
        }
        return new Faults<>(
                percents(json, kinds, fallback),
                milliseconds(json, "latencyMs", fallback.latencyMs()),
                milliseconds(json, "latencyJitterMs", fallback.latencyJitterMs()),
                outage,
                outageMs,
                json.has("seed") ? json.whole("seed") : fallback.seed());
    }

    private static <K extends Enum<K> & FaultKind> Map<K, Double> percents(
            JsonObject json, Class<K> kinds, Faults<K> fallback) {
        Map<K, Double> percents = new EnumMap<>(kinds);
        percents.putAll(fallback.percents());
        for (K kind : kinds.getEnumConstants()) {
            if (json.has(kind.jsonField())) {
                percents.put(kind, percent(json, kind.jsonField()));
            }
        }
        return percents;
    }

    private static double percent(JsonObject json, String field) {
        double percent = json.number(field);
        if (!(percent >= 0 && percent <= 100)) {
            throw new JsonProblem(field, "must be from 0 to 100");
        }
        return percent;
    }

    private static long milliseconds(JsonObject json, String field, long fallback) {
        long milliseconds = json.has(field) ? json.whole(field) : fallback;
        if (milliseconds < 0 || milliseconds > Faults.MAX_MS) {
            throw new JsonProblem(field, "must be from 0 to " + Faults.MAX_MS);
        }
        return milliseconds;
    }

    private static Outage outage(String name) {
        for (Outage outage : Outage.values()) {
            if (outage.name().equals(name)) {
                return outage;
            }
        }
        throw new JsonProblem("outage", "must be one of NONE, UNAVAILABLE, CLOSED");
    }

    private static <K extends Enum<K> & FaultKind> Set<String> known(Class<K> kinds) {
        Set<String> known = new HashSet<>(COMMON);
        known.addAll(
                Stream.of(kinds.getEnumConstants()).map(FaultKind::jsonField).collect(Collectors.toSet()));
        return known;
    }
}
