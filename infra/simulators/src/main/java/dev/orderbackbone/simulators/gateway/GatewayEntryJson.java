package dev.orderbackbone.simulators.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import dev.orderbackbone.simulators.gateway.GatewayEntry.Status;
import dev.orderbackbone.simulators.json.Json;
import dev.orderbackbone.simulators.json.JsonObject;
import java.io.IOException;
import java.time.Instant;

/** An entry as a line of the ledger, and as the answer to a request. Both say the same: the answer is the entry. */
final class GatewayEntryJson {

    private GatewayEntryJson() {}

    static byte[] line(GatewayEntry entry) {
        return Json.write(json -> {
            json.writeStringField("entry", entry.isEffect() ? "effect" : "refusal");
            json.writeNumberField("sequence", entry.sequence());
            json.writeStringField("time", entry.time().toString());
            if (entry.paymentMethod() != null) {
                json.writeStringField("paymentMethod", entry.paymentMethod());
            }
            common(json, entry);
        });
    }

    static byte[] answer(GatewayEntry entry) {
        return Json.write(json -> {
            common(json, entry);
            if (!entry.isEffect()) {
                json.writeStringField("message", Refusal.meaningOf(entry.code()));
            }
        });
    }

    static GatewayEntry read(byte[] line) {
        JsonObject json = Json.read(line);
        return new GatewayEntry(
                json.whole("sequence"),
                Instant.parse(json.text("time")),
                json.text("idempotencyKey"),
                Operation.valueOf(json.text("operation")),
                json.text("id"),
                json.text("reference"),
                json.text("authorizationId"),
                json.whole("amountMinor"),
                json.text("currency").intern(),
                json.optionalText("paymentMethod"),
                Status.valueOf(json.text("status")),
                json.text("code").intern());
    }

    private static void common(JsonGenerator json, GatewayEntry entry) throws IOException {
        json.writeStringField("id", entry.id());
        json.writeStringField("operation", entry.operation().name());
        json.writeStringField("status", entry.status().name());
        json.writeStringField("code", entry.code());
        json.writeStringField("reference", entry.reference());
        json.writeStringField("authorizationId", entry.authorizationId());
        json.writeNumberField("amountMinor", entry.amountMinor());
        json.writeStringField("currency", entry.currency());
        json.writeStringField("idempotencyKey", entry.idempotencyKey());
    }
}
