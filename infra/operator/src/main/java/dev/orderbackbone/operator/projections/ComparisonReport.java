package dev.orderbackbone.operator.projections;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.projection.operations.Comparison;
import dev.orderbackbone.projection.operations.TableComparison;
import dev.orderbackbone.projection.operations.VersionStatus;
import java.io.IOException;

/** A comparison, for people or as JSON. */
record ComparisonReport(Comparison comparison) {
    String text() {
        String live = VersionStatus.nameOf(comparison.one());
        String other = VersionStatus.nameOf(comparison.other());
        Table table = new Table("table", ">rows in " + live, ">rows in " + other, "");
        for (TableComparison each : comparison.tables()) {
            table.row(
                    each.table(),
                    Words.count(each.one().rows()),
                    Words.count(each.other().rows()),
                    each.isEqual() ? "equal" : "differs");
        }
        StringBuilder text = new StringBuilder(table.toString());
        comparison.differences().forEach(difference -> text.append(difference).append(System.lineSeparator()));
        return text.append(other)
                .append(comparison.isEqual() ? " equals " : " differs from ")
                .append(live)
                .append(System.lineSeparator())
                .toString();
    }

    String json() {
        return JsonText.object(json -> {
            json.writeStringField("live", VersionStatus.nameOf(comparison.one()));
            json.writeStringField("other", VersionStatus.nameOf(comparison.other()));
            json.writeBooleanField("equal", comparison.isEqual());
            json.writeArrayFieldStart("tables");
            for (TableComparison table : comparison.tables()) {
                write(json, table);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, TableComparison table) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.table());
        json.writeBooleanField("equal", table.isEqual());
        json.writeNumberField("rowsLive", table.one().rows());
        json.writeNumberField("rowsOther", table.other().rows());
        json.writeStringField("checksumLive", table.one().checksum());
        json.writeStringField("checksumOther", table.other().checksum());
        json.writeNumberField("differing", table.differing());
        JsonText.strings(json, "examples", table.examples());
        JsonText.strings(json, "columnsLiveOnly", table.one().ownColumns());
        JsonText.strings(json, "columnsOtherOnly", table.other().ownColumns());
        json.writeEndObject();
    }
}
