package dev.orderbackbone.operator.projections;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.projection.operations.VersionState;
import dev.orderbackbone.projection.operations.VersionStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * All versions, for people or as JSON.
 *
 * @param versions by their number.
 * @param ends where the partitions of the log end.
 */
record VersionList(List<VersionStatus> versions, Map<TopicPartition, Long> ends) {
    String text() {
        Table table = new Table(
                "version",
                "state",
                ">records",
                ">offsets behind",
                ">size",
                "begun (UTC)",
                "filled (UTC)",
                "live since (UTC)",
                "");
        for (VersionStatus version : versions) {
            table.row(
                    version.name(),
                    version.state(),
                    Words.count(version.records()),
                    version.part() == null ? Words.count(behind(version)) : "",
                    Words.bytes(version.bytes()),
                    Words.at(version.createdAt()),
                    at(version.builtAt()),
                    at(version.liveSince()),
                    String.join("; ", remarks(version)));
        }
        return table.toString();
    }

    String json() {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("versions");
            for (VersionStatus version : versions) {
                write(json, version);
            }
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, VersionStatus version) throws IOException {
        json.writeStartObject();
        json.writeStringField("version", version.name());
        json.writeStringField("state", version.state().name());
        json.writeNumberField("records", version.records());
        if (version.part() == null) {
            json.writeNumberField("offsetsBehind", behind(version));
        } else {
            json.writeNullField("offsetsBehind");
        }
        json.writeNumberField("bytes", version.bytes());
        json.writeStringField("begun", version.createdAt().toString());
        json.writeStringField("filled", iso(version.builtAt()));
        json.writeStringField("liveSince", iso(version.liveSince()));
        JsonText.strings(json, "remarks", remarks(version));
        json.writeArrayFieldStart("positions");
        for (TopicPartition partition : sorted(version)) {
            json.writeStartObject();
            json.writeStringField("topic", partition.topic());
            json.writeNumberField("partition", partition.partition());
            json.writeNumberField("next", version.positions().getOrDefault(partition, 0L));
            json.writeNumberField("end", ends.getOrDefault(partition, 0L));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private long behind(VersionStatus version) {
        return ends.entrySet().stream()
                .mapToLong(end ->
                        Math.max(0, end.getValue() - version.positions().getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private static List<TopicPartition> sorted(VersionStatus version) {
        return version.positions().keySet().stream()
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition))
                .toList();
    }

    private static List<String> remarks(VersionStatus version) {
        List<String> remarks = new ArrayList<>();
        boolean isToBeFilled = version.state() == VersionState.BUILDING || version.state() == VersionState.PARTIAL;
        if (isToBeFilled && !version.isComplete()) {
            remarks.add("not filled yet");
        }
        VersionStatus.Part part = version.part();
        if (part != null) {
            remarks.add("only " + part.words() + ", in " + VersionStatus.martOf(version.version()));
        }
        if (!version.code().hasTablesOfThisRelease()) {
            remarks.add("made by a release with other tables");
        }
        return remarks;
    }

    private static String at(@Nullable Instant time) {
        return time == null ? "" : Words.at(time);
    }

    private static @Nullable String iso(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
