package dev.orderbackbone.benchmarks.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** Commit, machine, settings and versions, as every report ends with them. */
record Surroundings(Map<String, String> facts) {
    String markdown() {
        Grid grid = new Grid("Commit, machine, settings and versions", "what", "value");
        facts.forEach((name, value) -> grid.row(name, value.replace("|", "\\|")));
        return grid.markdown();
    }

    /** As a field of an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("surroundings");
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
    }
}
