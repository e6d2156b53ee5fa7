package dev.orderbackbone.benchmarks.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.run.Measurement;
import dev.orderbackbone.benchmarks.run.ScalingStep;
import dev.orderbackbone.benchmarks.run.Stage;
import dev.orderbackbone.operator.text.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What dividing the work brings, and what it costs. */
public record ScalingReport(List<ScalingStep> steps, Map<String, String> facts) implements Report {
    @Override
    public String text() {
        return System.lineSeparator() + grid().text();
    }

    @Override
    public String markdown() {
        return "# Partitions, threads and pools, " + facts.getOrDefault("time", "") + "\n\n" + grid().markdown() + "\n"
                + new Surroundings(facts).markdown();
    }

    @Override
    public String json() {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("steps");
            for (ScalingStep step : steps) {
                write(json, step);
            }
            json.writeEndArray();
            new Surroundings(facts).write(json);
        });
    }

    private Grid grid() {
        Grid grid = new Grid(
                "The maximum (medians)",
                ">partitions and threads",
                ">stock pools",
                ">orders/s",
                ">CPU s/1,000",
                ">one SKU in every order, orders/s",
                ">CPU s/1,000",
                ">machine's speed");
        for (ScalingStep step : steps) {
            grid.row(
                    Integer.toString(step.partitions()),
                    Integer.toString(step.pools()),
                    Figures.of(rate(step, Stage.MAX)),
                    Figures.of(median(step, Stage.MAX, Measurement::cpuSecondsPer1000)),
                    Figures.of(rate(step, Stage.HOT)),
                    Figures.of(median(step, Stage.HOT, Measurement::cpuSecondsPer1000)),
                    Figures.of(median(step, Stage.MAX, Measurement::machineSpeed)));
        }
        return grid;
    }

    private static OptionalDouble rate(ScalingStep step, Stage stage) {
        return median(step, stage, each -> each.times().rate());
    }

    private static OptionalDouble median(ScalingStep step, Stage stage, ToDoubleFunction<Measurement> figure) {
        return step.result().median(Side.OURS, stage, figure);
    }

    private static void write(JsonGenerator json, ScalingStep step) throws IOException {
        json.writeStartObject();
        json.writeNumberField("partitions", step.partitions());
        json.writeNumberField("pools", step.pools());
        json.writeNumberField("ordersPerSecond", rate(step, Stage.MAX).orElseThrow());
        json.writeNumberField(
                "cpuSecondsPer1000Orders",
                median(step, Stage.MAX, Measurement::cpuSecondsPer1000).orElseThrow());
        json.writeNumberField("hotSkuOrdersPerSecond", rate(step, Stage.HOT).orElseThrow());
        json.writeNumberField(
                "machineSpeed",
                median(step, Stage.MAX, Measurement::machineSpeed).orElseThrow());
        json.writeEndObject();
    }
}
