package dev.orderbackbone.operator.whatif;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a check, for people or as JSON.
 *
 * @param services what was found, service by service.
 */
record CheckReport(List<ServiceFindings> services) {
    CheckReport {
        services = List.copyOf(services);
    }

    /** Whether anything was compared at all. */
    boolean isAnythingCompared() {
        return inputs() > 0;
    }

    boolean isAnyDifferent() {
        return services.stream().anyMatch(service -> service.differing() > 0);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        services.forEach(service -> service.differences().forEach(difference -> text.append(text(difference))));
        text.append(table()).append(System.lineSeparator());
        for (ServiceFindings service : services) {
            new TreeMap<>(service.notComparable())
                    .forEach((reason, count) -> line(
                            text,
                            "not comparable: " + service.service() + ", " + Words.count(count) + " "
                                    + reason.meaning()));
        }
        line(text, verdict());
        return text.toString();
    }

    String json() {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("services");
            for (ServiceFindings service : services) {
                write(json, service);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("differences");
            for (ServiceFindings service : services) {
                for (Difference difference : service.differences()) {
                    write(json, difference);
                }
            }
            json.writeEndArray();
            json.writeBooleanField("isAnyDifferent", isAnyDifferent());
            json.writeBooleanField("isAnythingCompared", isAnythingCompared());
        });
    }

    private Table table() {
        Table table = new Table(
                "service",
                ">orders",
                ">inputs compared",
                ">deadlines",
                ">would differ",
                ">not comparable",
                ">inputs/s");
        for (ServiceFindings service : services) {
            table.row(
                    service.service(),
                    service.service().equals(Topics.INVENTORY)
                            ? Words.count(service.subjects()) + " pools"
                            : Words.count(service.subjects()),
                    Words.count(service.inputs()),
                    Words.count(service.deadlines()),
                    Words.count(service.differing()),
                    Words.count(sum(service.notComparable())),
                    Words.count(perSecond(service.inputs(), service.took())));
        }
        return table;
    }

    private String verdict() {
        long differing = services.stream().mapToLong(ServiceFindings::differing).sum();
        long told = services.stream()
                .mapToLong(service -> service.differences().size())
                .sum();
        long all = services.stream().mapToLong(ServiceFindings::differenceCount).sum();
        if (!isAnythingCompared()) {
            return "Nothing was compared.";
        }
        String compared = Words.count(inputs()) + " inputs compared in " + Words.of(took());
        return differing == 0
                ? "No decision would be another one: " + compared + "."
                : Words.count(all) + " decisions would be other ones" + (told < all ? ", " + told + " told" : "") + ": "
                        + compared + ".";
    }

    private static String text(Difference difference) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                difference.service() + ": " + difference.subject() + ", " + difference.input() + " at "
                        + difference.place() + ", decided " + Words.at(difference.now()));
        line(text, "  recorded  " + difference.recorded());
        line(text, "  present   " + difference.present());
        for (FieldDifference field : difference.fields()) {
            line(text, "  " + field.where() + ": recorded " + field.recorded() + ", present " + field.present());
        }
        return text.append(System.lineSeparator()).toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }

    private static void write(JsonGenerator json, ServiceFindings service) throws IOException {
        json.writeStartObject();
        json.writeStringField("service", service.service());
        json.writeNumberField("subjects", service.subjects());
        json.writeNumberField("inputs", service.inputs());
        json.writeNumberField("deadlines", service.deadlines());
        json.writeNumberField("differing", service.differing());
        json.writeNumberField("differences", service.differenceCount());
        Map<String, Long> notComparable = new TreeMap<>();
        service.notComparable().forEach((reason, count) -> notComparable.put(reason.name(), count));
        JsonText.counts(json, "notComparable", notComparable);
        json.writeNumberField("seconds", service.took().toMillis() / 1_000.0);
        json.writeNumberField("inputsPerSecond", perSecond(service.inputs(), service.took()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Difference difference) throws IOException {
        json.writeStartObject();
        json.writeStringField("service", difference.service());
        json.writeStringField("subject", difference.subject());
        json.writeStringField("input", difference.input());
        json.writeStringField("topic", difference.place().source());
        json.writeNumberField("partition", difference.place().partition());
        json.writeNumberField("offset", difference.place().offset());
        json.writeStringField("eventId", difference.eventId());
        json.writeStringField("decidedAt", difference.now().toString());
        json.writeStringField("recorded", difference.recorded());
        json.writeStringField("present", difference.present());
        json.writeArrayFieldStart("fields");
        for (FieldDifference field : difference.fields()) {
            json.writeStartObject();
            json.writeStringField("message", field.message());
            json.writeStringField("field", field.field());
            json.writeStringField("recorded", field.recorded());
            json.writeStringField("present", field.present());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private long inputs() {
        return services.stream().mapToLong(ServiceFindings::inputs).sum();
    }

    private Duration took() {
        return services.stream().map(ServiceFindings::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static long sum(Map<Reason, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long perSecond(long count, Duration time) {
        return Math.round(count * 1_000.0 / Math.max(1, time.toMillis()));
    }
}
