package dev.orderbackbone.operator.order;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.runtime.KeyDeadline;
import dev.orderbackbone.simulators.gateway.GatewayEntry;
import dev.orderbackbone.simulators.mail.MailEntry;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A timeline with what services still wait for and what the ledgers say, for people or as JSON. */
record OrderReport(Timeline timeline, PendingDeadlines deadlines, Outside outside) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("order ")
                .append(timeline.orderId())
                .append(": ")
                .append(timeline.status())
                .append(System.lineSeparator())
                .append(System.lineSeparator());
        text.append(events());
        if (hasDeadlines()) {
            text.append(System.lineSeparator()).append(deadlineTable());
        }
        if (!outside.payments().isEmpty()) {
            text.append(System.lineSeparator()).append(payments());
        }
        if (!outside.mails().isEmpty()) {
            text.append(System.lineSeparator()).append(mails());
        }
        unreachable()
                .forEach(
                        what -> text.append(System.lineSeparator()).append(what).append(System.lineSeparator()));
        return text.toString();
    }

    String json() {
        return JsonText.object(json -> {
            json.writeStringField("orderId", timeline.orderId());
            json.writeStringField("status", timeline.status());
            json.writeArrayFieldStart("timeline");
            for (Entry entry : timeline.entries()) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("deadlines");
            for (KeyDeadline deadline : deadlines.held()) {
                write(json, deadline);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("gateway");
            for (GatewayEntry entry : outside.payments()) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("mails");
            for (MailEntry mail : outside.mails()) {
                write(json, mail);
            }
            json.writeEndArray();
            JsonText.strings(json, "unreachable", unreachable());
        });
    }

    private Table events() {
        Table table = new Table(">#", "time (UTC)", "topic/partition@offset", ">by", "event", "what");
        int number = 0;
        for (Entry entry : timeline.entries()) {
            number++;
            int cause = timeline.causeOf(entry);
            table.row(
                    number,
                    time(entry.time()),
                    entry.place(),
                    cause == 0 ? "" : "#" + cause,
                    entry.type(),
                    entry.parked().isEmpty() ? entry.summary() : whyParked(entry.parked()) + "; " + entry.summary());
        }
        return table;
    }

    private boolean hasDeadlines() {
        return deadlines.held().stream().anyMatch(held -> held.deadline() != null);
    }

    private Table deadlineTable() {
        Table table = new Table("looked at again (UTC)", "by");
        for (KeyDeadline held : deadlines.held()) {
            if (held.deadline() != null) {
                table.row(time(Instant.parse(held.deadline())), held.service());
            }
        }
        return table;
    }

    private List<String> unreachable() {
        return Stream.concat(deadlines.unknown().stream(), outside.unreachable().stream())
                .toList();
    }

    private Table payments() {
        Table table = new Table("gateway ledger (UTC)", "operation", "status", ">amount", "idempotency key", "id");
        for (GatewayEntry entry : outside.payments()) {
            table.row(
                    time(entry.time()),
                    entry.operation(),
                    entry.approved() ? entry.status() : entry.status() + " " + entry.code(),
                    Words.amount(entry.amountMinor(), entry.currency()),
                    entry.idempotencyKey(),
                    entry.id());
        }
        return table;
    }

    private Table mails() {
        Table table = new Table("mail ledger (UTC)", "message id", "subject");
        for (MailEntry mail : outside.mails()) {
            table.row(time(mail.time()), mail.messageId(), mail.subject());
        }
        return table;
    }

    private static String whyParked(Map<String, String> parked) {
        return parked.getOrDefault("service", "?") + ": " + parked.getOrDefault("reason", "?") + ", from "
                + parked.getOrDefault("topic", "?") + "/" + parked.getOrDefault("partition", "?") + "@"
                + parked.getOrDefault("offset", "?") + ", " + parked.getOrDefault("error", "");
    }

    private static void write(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", entry.time().toString());
        json.writeStringField("topic", entry.topic());
        json.writeNumberField("partition", entry.partition());
        json.writeNumberField("offset", entry.offset());
        json.writeStringField("type", entry.type());
        json.writeStringField("eventId", entry.eventId());
        json.writeStringField("causationId", entry.causationId());
        json.writeStringField("summary", entry.summary());
        if (!entry.parked().isEmpty()) {
            json.writeObjectFieldStart("parked");
            for (Map.Entry<String, String> header : entry.parked().entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, KeyDeadline held) throws IOException {
        json.writeStartObject();
        json.writeStringField("service", held.service());
        json.writeStringField("deadline", held.deadline());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, GatewayEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", entry.time().toString());
        json.writeStringField("operation", entry.operation().name());
        json.writeStringField("status", entry.status().name());
        json.writeNumberField("amountMinor", entry.amountMinor());
        json.writeStringField("currency", entry.currency());
        json.writeStringField("code", entry.code());
        json.writeStringField("idempotencyKey", entry.idempotencyKey());
        json.writeStringField("id", entry.id());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MailEntry mail) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", mail.time().toString());
        json.writeStringField("messageId", mail.messageId());
        json.writeStringField("subject", mail.subject());
        json.writeEndObject();
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }
}
