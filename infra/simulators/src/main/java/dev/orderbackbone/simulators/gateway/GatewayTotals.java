package dev.orderbackbone.simulators.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import dev.orderbackbone.simulators.gateway.GatewayEntry.Status;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** How many entries and how much money, by operation, status and currency. */
final class GatewayTotals {

    private record Kind(Operation operation, Status status, String currency) {}

    private static final class Total {
        private long count;
        private long amountMinor;
    }

    private final Map<Kind, Total> totals = new TreeMap<>(
            Comparator.comparing(Kind::operation).thenComparing(Kind::status).thenComparing(Kind::currency));

    void add(GatewayEntry entry) {
        Total total = totals.computeIfAbsent(
                new Kind(entry.operation(), entry.status(), entry.currency()), kind -> new Total());
        total.count++;
        total.amountMinor += entry.amountMinor();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("entries");
        for (Map.Entry<Kind, Total> total : totals.entrySet()) {
            json.writeStartObject();
            json.writeStringField("operation", total.getKey().operation().name());
            json.writeStringField("status", total.getKey().status().name());
            json.writeStringField("currency", total.getKey().currency());
            json.writeNumberField("count", total.getValue().count);
            json.writeNumberField("amountMinor", total.getValue().amountMinor);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
