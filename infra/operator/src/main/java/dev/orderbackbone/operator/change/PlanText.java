package dev.orderbackbone.operator.change;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.operator.change.Plan.Part;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A plan, for people or as JSON. */
record PlanText(Plan plan) {
    private static final int MOST_ORDERS_NAMED = 10;

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, plan.does());
        if (!plan.parts().isEmpty()) {
            text.append(parts());
        }
        if (!plan.orders().isEmpty()) {
            line(text, orders());
        }
        plan.estimate().ifPresent(estimate -> line(text, "takes about " + Words.of(estimate)));
        plan.warnings().forEach(warning -> line(text, "note: " + warning));
        return text.toString();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("plan");
        json.writeStringField("does", plan.does());
        json.writeNumberField("records", plan.records());
        json.writeArrayFieldStart("parts");
        for (Part part : plan.parts()) {
            write(json, part);
        }
        json.writeEndArray();
        JsonText.strings(json, "orders", plan.orders());
        if (plan.estimate().isPresent()) {
            json.writeNumberField("estimatedSeconds", plan.estimate().get().toSeconds());
        }
        JsonText.strings(json, "warnings", plan.warnings());
        json.writeEndObject();
    }

    private Table parts() {
        Table table = new Table("topic", ">partition", "type", ">records", "first (UTC)", "last (UTC)");
        for (Part part : plan.parts()) {
            table.row(
                    part.topic(),
                    part.partition(),
                    part.type(),
                    Words.count(part.records()),
                    at(part.first()),
                    at(part.last()));
        }
        return table;
    }

    private String orders() {
        int count = plan.orders().size();
        String named = String.join(
                ", ", plan.orders().stream().limit(MOST_ORDERS_NAMED).toList());
        return Words.count(count)
                + (count == 1 ? " order: " : " orders: ")
                + named
                + (count > MOST_ORDERS_NAMED ? ", ..." : "");
    }

    private static String at(@Nullable Instant time) {
        return time == null ? "" : Words.at(time);
    }

    private static void write(JsonGenerator json, Part part) throws IOException {
        json.writeStartObject();
        json.writeStringField("topic", part.topic());
        json.writeNumberField("partition", part.partition());
        json.writeStringField("type", part.type());
        json.writeNumberField("records", part.records());
        json.writeStringField(
                "first", part.first() == null ? null : part.first().toString());
        json.writeStringField("last", part.last() == null ? null : part.last().toString());
        json.writeEndObject();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
