package dev.orderbackbone.operator.stuck;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Stuck orders with what they wait for, for people or as JSON.
 *
 * @param stuck the one that waits longest first.
 * @param total all that are stuck.
 * @param now when it was looked.
 */
record StuckReport(List<Stuck> stuck, long total, Instant now) {
    /** An order and what it waits for. */
    record Stuck(OpenOrder order, List<Debt> debts) {}

    String text() {
        if (stuck.isEmpty()) {
            return "no order is longer in its state than its budget" + System.lineSeparator();
        }
        Table table = new Table("order", "state", "since (UTC)", ">age", "missing", "owed by");
        for (Stuck one : stuck) {
            OpenOrder order = one.order();
            boolean isFirst = true;
            for (Debt debt : one.debts()) {
                table.row(
                        isFirst ? order.orderId() : "",
                        isFirst ? order.status() : "",
                        isFirst ? Words.at(order.since()) : "",
                        isFirst ? Words.of(age(order)) : "",
                        debt.missing(),
                        debt.owner());
                isFirst = false;
            }
        }
        long more = total - stuck.size();
        return more == 0
                ? table.toString()
                : table + "and " + Words.count(more) + " more; --limit shows them" + System.lineSeparator();
    }

    String json() {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("orders");
            for (Stuck one : stuck) {
                write(json, one);
            }
            json.writeEndArray();
            json.writeNumberField("total", total);
        });
    }

    private void write(JsonGenerator json, Stuck one) throws IOException {
        json.writeStartObject();
        json.writeStringField("orderId", one.order().orderId());
        json.writeStringField("state", one.order().status().name());
        json.writeStringField("since", one.order().since().toString());
        json.writeNumberField("ageSeconds", age(one.order()).toSeconds());
        json.writeArrayFieldStart("owed");
        for (Debt debt : one.debts()) {
            json.writeStartObject();
            json.writeStringField("missing", debt.missing());
            json.writeStringField("owedBy", debt.owedBy());
            json.writeStringField("because", debt.because());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private Duration age(OpenOrder order) {
        return Duration.between(order.since(), now);
    }
}
