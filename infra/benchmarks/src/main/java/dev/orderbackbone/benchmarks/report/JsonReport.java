package dev.orderbackbone.benchmarks.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.report.Summary.LatencySummary;
import dev.orderbackbone.benchmarks.run.BenchResult;
import dev.orderbackbone.benchmarks.run.Measurement;
import dev.orderbackbone.operator.text.JsonText;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;

/** For programs. Every ratio is ours divided by the rival's; what was not measured is left out. */
public final class JsonReport {
    private JsonReport() {}

    /** One object. */
    public static String of(BenchResult result, Map<String, String> facts) {
        Summary ours = Summary.of(result, Side.OURS);
        Summary rival = Summary.of(result, Side.RIVAL);
        return JsonText.object(json -> {
            write(json, Side.OURS, ours);
            write(json, Side.RIVAL, rival);
            number(json, "ratio", Figures.divided(ours.maxOrdersPerSecond(), rival.maxOrdersPerSecond()));
            number(json, "hotSkuRatio", Figures.divided(ours.hotOrdersPerSecond(), rival.hotOrdersPerSecond()));
            number(json, "cpuRatio", Figures.divided(ours.cpuSecondsPer1000(), rival.cpuSecondsPer1000()));
            number(json, "acceptP99Ms", ours.half().acceptP99());
            number(json, "terminalP50Ms", ours.half().terminalP50());
            number(json, "terminalP99Ms", ours.half().terminalP99());
            number(json, "kafkaRecordsPerOrder", ours.kafkaRecords());
            number(json, "databaseRowsPerOrder", ours.databaseRows());
            json.writeArrayFieldStart("measurements");
            for (Measurement measurement : result.measurements()) {
                write(json, measurement);
            }
            json.writeEndArray();
            new Surroundings(facts).write(json);
        });
    }

    private static void write(JsonGenerator json, Side side, Summary summary) throws IOException {
        if (summary.maxOrdersPerSecond().isPresent()) {
            json.writeObjectFieldStart(side.key());
            number(json, "maxOrdersPerSecond", summary.maxOrdersPerSecond());
            number(json, "hotSkuOrdersPerSecond", summary.hotOrdersPerSecond());
            number(json, "cpuSecondsPer1000Orders", summary.cpuSecondsPer1000());
            number(json, "diskBytesPerOrder", summary.diskBytes());
            number(json, "kafkaRecordsPerOrder", summary.kafkaRecords());
            number(json, "databaseRowsPerOrder", summary.databaseRows());
            write(json, "atHalfOfItsMaximum", summary.half());
            write(json, "atTheSameRate", summary.rate());
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, String field, LatencySummary latencies) throws IOException {
        if (latencies.offeredPerSecond().isPresent()) {
            json.writeObjectFieldStart(field);
            number(json, "offeredPerSecond", latencies.offeredPerSecond());
            number(json, "acceptP50Ms", latencies.acceptP50());
            number(json, "acceptP99Ms", latencies.acceptP99());
            number(json, "terminalP50Ms", latencies.terminalP50());
            number(json, "terminalP99Ms", latencies.terminalP99());
            number(json, "toldP50Ms", latencies.toldP50());
            number(json, "toldP99Ms", latencies.toldP99());
            number(json, "cpuSecondsPer1000Orders", latencies.cpuSecondsPer1000());
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Measurement each) throws IOException {
        json.writeStartObject();
        json.writeStringField("side", each.side().key());
        json.writeStringField("stage", each.stage().key());
        json.writeNumberField("offeredPerSecond", rounded(each.offeredPerSecond()));
        json.writeNumberField("orders", each.times().orders());
        json.writeNumberField("ordersPerSecond", rounded(each.times().rate()));
        json.writeNumberField("acceptP50Ms", each.times().accept().p50());
        json.writeNumberField("acceptP99Ms", each.times().accept().p99());
        json.writeNumberField("terminalP50Ms", each.times().terminal().p50());
        json.writeNumberField("terminalP99Ms", each.times().terminal().p99());
        json.writeNumberField("toldP99Ms", each.times().told().p99());
        json.writeNumberField("cpuSecondsPer1000Orders", rounded(each.cpuSecondsPer1000()));
        json.writeNumberField("diskBytesPerOrder", rounded(each.diskBytesPerOrder()));
        json.writeNumberField("requestsMadeAgain", each.failedAttempts());
        json.writeNumberField("othersCores", rounded(each.used().othersCores()));
        json.writeNumberField("machineSpeed", rounded(each.machineSpeed()));
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String field, OptionalDouble figure) throws IOException {
        if (figure.isPresent()) {
            json.writeNumberField(field, rounded(figure.getAsDouble()));
        }
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1_000) / 1e3;
    }
}
