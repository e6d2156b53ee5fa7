package dev.orderbackbone.operator.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.verify.Report.Result;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.invariant.Violation;
import java.io.IOException;

/** A report for a program. */
final class ReportJson {
    private ReportJson() {}

    static String of(Report report) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("invariants");
            for (Result result : report.results()) {
                write(json, result);
            }
            json.writeEndArray();
            json.writeNumberField("violations", report.violations());
            json.writeBooleanField("complete", !report.isIncomplete());
            json.writeStringField("expectation", report.expectation().name());
            json.writeStringField("standing", report.standing());
            JsonText.strings(json, "gaps", report.gaps());
            json.writeNumberField("records", report.records());
            json.writeNumberField("seconds", report.took().toMillis() / 1_000.0);
        });
    }

    private static void write(JsonGenerator json, Result result) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", result.law().name());
        json.writeStringField("title", result.law().title());
        json.writeNumberField("checked", result.checked());
        json.writeNumberField("violations", result.violations());
        JsonText.counts(json, "counts", result.counts());
        JsonText.counts(json, "remarks", result.remarks());
        JsonText.strings(json, "missing", result.missing());
        json.writeArrayFieldStart("examples");
        for (Violation violation : result.printed()) {
            write(json, violation);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Violation violation) throws IOException {
        json.writeStartObject();
        json.writeStringField("subject", violation.subject());
        json.writeStringField("expected", violation.expected());
        json.writeStringField("seen", violation.seen());
        json.writeArrayFieldStart("places");
        for (Place place : violation.places()) {
            write(json, place);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Place place) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", place.source());
        if (place.partition() != Place.NONE) {
            json.writeNumberField("partition", place.partition());
        }
        if (place.offset() != Place.NONE) {
            json.writeNumberField(place.partition() == Place.NONE ? "line" : "offset", place.offset());
        }
        json.writeEndObject();
    }
}
