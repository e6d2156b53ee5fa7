package dev.orderbackbone.microbenchmarks;

import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run came to, for people and for programs. */
final class Report {
    private static final double TENTHS = 10;

    private Report() {}

    /** For a person at a terminal. */
    static String text(List<Figure> figures, Map<String, String> facts) {
        Table table = new Table("benchmark", ">ns/op", ">± error", ">bytes/op");
        figures.forEach(figure -> table.row(
                figure.benchmark(),
                whole(figure.nanoseconds()),
                Double.isNaN(figure.error()) ? "" : whole(figure.error()),
                whole(figure.bytes())));
        Table surroundings = new Table("", "");
        facts.forEach(surroundings::row);
        return table + System.lineSeparator() + surroundings;
    }

    /** One object; an error that is not known is left out. */
    static String json(List<Figure> figures, Map<String, String> facts) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("benchmarks");
            for (Figure figure : figures) {
                json.writeStartObject();
                json.writeStringField("benchmark", figure.benchmark());
                json.writeNumberField("nanosecondsPerOperation", rounded(figure.nanoseconds()));
                if (!Double.isNaN(figure.error())) {
                    json.writeNumberField("errorNanoseconds", rounded(figure.error()));
                }
                json.writeNumberField("bytesPerOperation", rounded(figure.bytes()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("surroundings");
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                json.writeStringField(fact.getKey(), fact.getValue());
            }
            json.writeEndObject();
        });
    }

    private static String whole(double figure) {
        return String.format(Locale.ROOT, "%,d", Math.round(figure));
    }

    private static double rounded(double figure) {
        return Math.round(figure * TENTHS) / TENTHS;
    }
}
