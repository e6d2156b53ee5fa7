package dev.orderbackbone.operator.parked;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import java.io.IOException;
import java.util.List;

/**
 * What is parked, for people or as JSON.
 *
 * @param filters what was asked for, in words; empty for everything.
 */
record ParkedList(List<ParkedGroup> groups, String filters) {
    String text(boolean withOrders) {
        if (groups.isEmpty()) {
            return (filters.isEmpty() ? "nothing is parked" : "nothing is parked that matches " + filters)
                    + System.lineSeparator();
        }
        Table table = new Table(
                "service", "reason", ">records", "first seen (UTC)", "last seen (UTC)", ">orders", ">repeated");
        for (ParkedGroup group : groups) {
            table.row(
                    group.service(),
                    group.reason(),
                    Words.count(group.count()),
                    Words.at(group.firstSeen()),
                    Words.at(group.lastSeen()),
                    Words.count(group.orders().size()),
                    Words.count(group.repeated()));
            if (withOrders) {
                group.orders().forEach(order -> table.row("", order));
            }
        }
        return table.toString();
    }

    String json(boolean withOrders) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("groups");
            for (ParkedGroup group : groups) {
                write(json, group, withOrders);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, ParkedGroup group, boolean withOrders) throws IOException {
        json.writeStartObject();
        json.writeStringField("service", group.service());
        json.writeStringField("reason", group.reason());
        json.writeNumberField("records", group.count());
        json.writeStringField("firstSeen", group.firstSeen().toString());
        json.writeStringField("lastSeen", group.lastSeen().toString());
        json.writeNumberField("orders", group.orders().size());
        json.writeNumberField("repeated", group.repeated());
        if (withOrders) {
            JsonText.strings(json, "orderIds", group.orders());
        }
        json.writeEndObject();
    }
}
