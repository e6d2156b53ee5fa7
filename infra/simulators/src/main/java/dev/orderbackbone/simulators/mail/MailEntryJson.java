package dev.orderbackbone.simulators.mail;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.simulators.json.Json;
import dev.orderbackbone.simulators.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** An entry as a line of the ledger. */
final class MailEntryJson {

    private MailEntryJson() {}

    static byte[] line(MailEntry entry) {
        return Json.write(json -> {
            json.writeStringField("entry", "message");
            json.writeNumberField("sequence", entry.sequence());
            json.writeStringField("time", entry.time().toString());
            json.writeStringField("messageId", entry.messageId());
            json.writeStringField("from", entry.from());
            recipients(json, entry);
            json.writeStringField("subject", entry.subject());
            extraHeaders(json, entry);
            json.writeNumberField("sizeBytes", entry.sizeBytes());
            json.writeStringField("body", entry.body());
        });
    }

    static MailEntry read(byte[] line) {
        JsonObject json = Json.read(line);
        JsonObject headers = json.object("headers");
        Map<String, String> extraHeaders = new HashMap<>();
        headers.names().forEach(name -> extraHeaders.put(name, headers.text(name)));
        return new MailEntry(
                json.whole("sequence"),
                Instant.parse(json.text("time")),
                json.text("messageId"),
                json.text("from"),
                json.texts("to"),
                json.text("subject"),
                extraHeaders,
                Math.toIntExact(json.whole("sizeBytes")),
                json.text("body"));
    }

    private static void recipients(JsonGenerator json, MailEntry entry) throws IOException {
        json.writeArrayFieldStart("to");
        for (String recipient : entry.to()) {
            json.writeString(recipient);
        }
        json.writeEndArray();
    }

    private static void extraHeaders(JsonGenerator json, MailEntry entry) throws IOException {
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : new TreeMap<>(entry.extraHeaders()).entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
    }
}
