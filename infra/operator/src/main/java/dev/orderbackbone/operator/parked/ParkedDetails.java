package dev.orderbackbone.operator.parked;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Parked records in full, for people or as JSON. */
record ParkedDetails(List<ParkedEntry> entries) {
    /** What headers say that were added when the record was parked is told in words. */
    private static final String OF_PARKING = "parked.";

    String text() {
        StringBuilder text = new StringBuilder();
        for (ParkedEntry entry : entries) {
            text.append(text.isEmpty() ? "" : System.lineSeparator())
                    .append(facts(entry))
                    .append(payload(entry))
                    .append(System.lineSeparator());
        }
        return text.toString();
    }

    String json() {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("records");
            for (ParkedEntry entry : entries) {
                write(json, entry);
            }
            json.writeEndArray();
        });
    }

    private static Table facts(ParkedEntry entry) {
        Table table = new Table("", "")
                .row("place", entry.record().place())
                .row("service", entry.record().service())
                .row("origin", entry.record().origin())
                .row("reason", entry.record().reason())
                .row("error", entry.error())
                .row("parked", Words.at(entry.at()) + " UTC")
                .row("key", entry.record().key())
                .row("order", entry.orderId())
                .row("type", entry.type());
        entry.headers().forEach((name, value) -> {
            if (!name.startsWith(OF_PARKING)) {
                table.row("header", name + ": " + value);
            }
        });
        return table;
    }

    private static String payload(ParkedEntry entry) {
        Message message = entry.message();
        return message == null ? unreadable(entry) : JsonText.value(json -> MessageJson.write(json, message));
    }

    private static String unreadable(ParkedEntry entry) {
        return "the payload, " + Words.count(entry.bytes()) + " bytes, is not printed: " + entry.undecodable();
    }

    private static void write(JsonGenerator json, ParkedEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("place", entry.record().place().toString());
        json.writeStringField("service", entry.record().service());
        json.writeStringField("origin", entry.record().origin().toString());
        json.writeStringField("reason", entry.record().reason());
        json.writeStringField("error", entry.error());
        json.writeStringField("parkedAt", entry.at().toString());
        json.writeStringField("key", entry.record().key());
        json.writeStringField("orderId", entry.orderId());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : entry.headers().entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("bytes", entry.bytes());
        Message message = entry.message();
        if (message == null) {
            json.writeStringField("undecodable", entry.undecodable());
        } else {
            json.writeStringField("type", entry.type());
            json.writeFieldName("payload");
            MessageJson.write(json, message);
        }
        json.writeEndObject();
    }
}
