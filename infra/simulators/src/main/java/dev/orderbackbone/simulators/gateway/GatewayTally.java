package dev.orderbackbone.simulators.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What arrived since the process started, so that repetitions can be told from effects. Counters only: effects are
 * counted in the ledger, durably.
 */
final class GatewayTally {

    /** Every request is counted once as received and once as one of the others. */
    enum Received {
        RECEIVED,
        EXECUTED,
        REFUSED,
        REPLAYED,
        KEY_REUSED,
        MALFORMED,
        UNAVAILABLE,
        DROPPED_BEFORE_EXECUTION,
        STATUS_FOUND,
        STATUS_NOT_FOUND
    }

    private final Map<Received, LongAdder> received = counters(Received.class);
    private final Map<GatewayFault, LongAdder> faults = counters(GatewayFault.class);

    void count(Received kind) {
        add(received, kind);
    }

    void count(GatewayFault fault) {
        add(faults, fault);
    }

    void write(JsonGenerator json) throws IOException {
        write(json, "requests", received);
        write(json, "faults", faults);
    }

    private static <K extends Enum<K>> Map<K, LongAdder> counters(Class<K> kinds) {
        Map<K, LongAdder> counters = new EnumMap<>(kinds);
        for (K kind : kinds.getEnumConstants()) {
            counters.put(kind, new LongAdder());
        }
        return counters;
    }

    private static <K extends Enum<K>> void add(Map<K, LongAdder> counters, K kind) {
        counters.computeIfAbsent(kind, absent -> new LongAdder()).increment();
    }

    private static <K extends Enum<K>> void write(JsonGenerator json, String name, Map<K, LongAdder> counters)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<K, LongAdder> counter : counters.entrySet()) {
            json.writeNumberField(
                    counter.getKey().name().toLowerCase(Locale.ROOT),
                    counter.getValue().sum());
        }
        json.writeEndObject();
    }
}
