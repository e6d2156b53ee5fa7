package dev.orderbackbone.benchmarks.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.benchmarks.run.GrowthLevel;
import dev.orderbackbone.operator.text.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What grows with the number of stored orders, and what does not. */
public record GrowthReport(List<GrowthLevel> levels, Map<String, String> facts) implements Report {
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double MEBIBYTE = 1 << 20;

    @Override
    public String text() {
        return grids().stream()
                .map(grid -> System.lineSeparator() + grid.text())
                .reduce("", String::concat);
    }

    @Override
    public String markdown() {
        return "# Stored orders, " + facts.getOrDefault("time", "") + "\n\n"
                + grids().stream().map(grid -> grid.markdown() + "\n").reduce("", String::concat)
                + new Surroundings(facts).markdown();
    }

    @Override
    public String json() {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("levels");
            for (GrowthLevel level : levels) {
                write(json, level);
            }
            json.writeEndArray();
            new Surroundings(facts).write(json);
        });
    }

    private List<Grid> grids() {
        Grid cost = new Grid(
                "The maximum with so many orders stored (medians)",
                ">stored orders",
                ">orders/s",
                ">CPU s/1,000",
                ">machine's speed",
                ">CPU s/1,000 at the first speed",
                ">against the first");
        Grid starts = new Grid(
                "Starts of services",
                ">stored orders",
                "service",
                ">state, MiB",
                ">ready with it, s",
                ">ready without it, s");
        double first = atFirstSpeed(levels.getFirst());
        for (GrowthLevel level : levels) {
            String stored = Figures.of(level.stored());
            cost.row(
                    stored,
                    Figures.of(level.ordersPerSecond()),
                    Figures.of(level.cpuSecondsPer1000()),
                    Figures.of(level.machineSpeed()),
                    Figures.of(atFirstSpeed(level)),
                    Figures.of(atFirstSpeed(level) / first) + " ×");
            level.services()
                    .forEach((service, start) -> starts.row(
                            stored,
                            service,
                            Figures.of(start.stateBytes() / MEBIBYTE),
                            Figures.of(start.kept().toMillis() / MILLIS_PER_SECOND),
                            Figures.of(start.restored().toMillis() / MILLIS_PER_SECOND)));
        }
        return List.of(cost, starts);
    }

    /** What it would have cost if the machine were as fast as at the first level: it drifts more than is to be measured here. */
    private double atFirstSpeed(GrowthLevel level) {
        return level.cpuSecondsPer1000()
                * level.machineSpeed()
                / levels.getFirst().machineSpeed();
    }

    private void write(JsonGenerator json, GrowthLevel level) throws IOException {
        json.writeStartObject();
        json.writeNumberField("stored", level.stored());
        json.writeNumberField("ordersPerSecond", level.ordersPerSecond());
        json.writeNumberField("cpuSecondsPer1000Orders", level.cpuSecondsPer1000());
        json.writeNumberField("machineSpeed", level.machineSpeed());
        json.writeNumberField("cpuSecondsPer1000OrdersAtFirstSpeed", atFirstSpeed(level));
        json.writeArrayFieldStart("services");
        for (Map.Entry<String, GrowthLevel.Start> service : level.services().entrySet()) {
            json.writeStartObject();
            json.writeStringField("service", service.getKey());
            json.writeNumberField("stateBytes", service.getValue().stateBytes());
            json.writeNumberField("readyWithStateMs", service.getValue().kept().toMillis());
            json.writeNumberField(
                    "readyWithoutStateMs", service.getValue().restored().toMillis());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
