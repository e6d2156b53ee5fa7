package dev.orderbackbone.operator.parked;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.parking.ParkedFates;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Parked records in full, for people or as JSON. */
record ParkedDetails(List<ParkedEntry> entries, ParkedFates fates) {
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

    private Table facts(ParkedEntry entry) {
        Table table = new Table("", "")
                .row("place", entry.record().place())
                .row("service", entry.record().service())
                .row("origin", entry.record().origin())
                .row("reason", entry.record().reason())
                .row("error", entry.error())
                .row("parked", Words.at(entry.at()) + " UTC" + timesOf(entry))
                .row("since then", fate(entry))
                .row("line", line(entry))
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

    /** What comes back and is parked again goes round in a circle. */
    private static String timesOf(ParkedEntry entry) {
        return entry.isBackAgain()
                ? ", for the " + entry.record().attempt() + ". time: it comes back and fails again"
                : "";
    }

    private String fate(ParkedEntry entry) {
        return switch (fates.of(entry.record())) {
            case OUTSTANDING -> "outstanding";
            case PARKED_AGAIN -> "sent back, and parked again";
            case REDRIVEN -> "sent back, and decided on";
            case DISCARDED -> "discarded";
        };
    }

    /** The line's name can have characters that nobody would see. */
    private String line(ParkedEntry entry) {
        if (entry.record().line().isEmpty()) {
            return "nothing waits behind it";
        }
        String name = entry.record().line().replaceAll("\\p{Cntrl}", "/");
        long behind = fates.lineOf(entry.record()).stream()
                .dropWhile(copy -> !copy.equals(entry.record()))
                .skip(1)
                .count();
        return name + (behind == 0 ? "" : ", " + Words.count(behind) + " behind it");
    }

    private static String payload(ParkedEntry entry) {
        Message message = entry.message();
        return message == null ? unreadable(entry) : JsonText.value(json -> MessageJson.write(json, message));
    }

    private static String unreadable(ParkedEntry entry) {
        return "the payload, " + Words.count(entry.bytes()) + " bytes, is not printed: " + entry.undecodable();
    }

    private void write(JsonGenerator json, ParkedEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("place", entry.record().place().toString());
        json.writeStringField("service", entry.record().service());
        json.writeStringField("origin", entry.record().origin().toString());
        json.writeStringField("reason", entry.record().reason());
        json.writeStringField("error", entry.error());
        json.writeStringField("parkedAt", entry.at().toString());
        json.writeNumberField("attempt", entry.record().attempt());
        json.writeStringField("fate", fates.of(entry.record()).name());
        json.writeStringField("line", entry.record().line());
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
