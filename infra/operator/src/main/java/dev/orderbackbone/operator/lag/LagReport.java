package dev.orderbackbone.operator.lag;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What two looks came to, for people or as JSON.
 *
 * @param between from the first look to the second.
 * @param unread what could not be looked at, each a sentence.
 */
record LagReport(List<GroupLag> groups, Duration between, List<String> unread) {
    String text(boolean byPartition) {
        Table table = new Table("group", ">records behind", ">oldest", ">dealt with/s", "");
        for (GroupLag group : groups) {
            row(table, group.group(), group.sum());
            if (byPartition) {
                group.partitions()
                        .forEach((partition, lag) ->
                                row(table, "  " + partition.topic() + "/" + partition.partition(), lag));
            }
        }
        StringBuilder text = new StringBuilder(table.toString());
        unread.forEach(what -> text.append(what).append(System.lineSeparator()));
        return text.toString();
    }

    String json(boolean byPartition) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("groups");
            for (GroupLag group : groups) {
                json.writeStartObject();
                json.writeStringField("group", group.group());
                write(json, group.sum());
                if (byPartition) {
                    write(json, group.partitions());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("watchedSeconds", between.toMillis() / 1_000.0);
            JsonText.strings(json, "unread", unread);
        });
    }

    private void write(JsonGenerator json, Map<TopicPartition, Lag> partitions) throws IOException {
        json.writeArrayFieldStart("partitions");
        for (Map.Entry<TopicPartition, Lag> partition : partitions.entrySet()) {
            json.writeStartObject();
            json.writeStringField("topic", partition.getKey().topic());
            json.writeNumberField("partition", partition.getKey().partition());
            write(json, partition.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, Lag lag) throws IOException {
        json.writeNumberField("records", lag.records());
        json.writeBooleanField("counted", lag.isCounted());
        json.writeNumberField("seconds", lag.age().toMillis() / 1_000.0);
        json.writeNumberField("recordsPerSecond", lag.dealtWithPerSecond(between));
        json.writeStringField("trend", lag.trend().name());
    }

    private void row(Table table, String what, Lag lag) {
        String atMost = lag.isCounted() ? "" : "≤ ";
        table.row(
                what,
                atMost + Words.count(lag.records()),
                Words.of(lag.age()),
                String.format(Locale.ROOT, "%s%,.1f", atMost, lag.dealtWithPerSecond(between)),
                lag.trend());
    }
}
