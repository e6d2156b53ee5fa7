package dev.orderbackbone.benchmarks.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.benchmarks.contender.ours.MartClient.Answered;
import dev.orderbackbone.benchmarks.contender.ours.MartQuery;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.BackedUp;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Bare;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Rebuilt;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Restored;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Verified;
import dev.orderbackbone.operator.text.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What operators' tools took. */
public record RecoveryReport(RecoveryResult result, Map<String, String> facts) implements Report {
    @Override
    public String text() {
        return grids().stream()
                .map(grid -> System.lineSeparator() + grid.text())
                .reduce("", String::concat);
    }

    @Override
    public String markdown() {
        return "# Operators' tools, " + facts.getOrDefault("time", "") + "\n\n"
                + grids().stream().map(grid -> grid.markdown() + "\n").reduce("", String::concat)
                + new Surroundings(facts).markdown();
    }

    @Override
    public String json() {
        return JsonText.object(json -> {
            json.writeNumberField("orders", result.settings().orders());
            json.writeNumberField("fillOrdersPerSecond", result.ordersPerSecond());
            json.writeObjectFieldStart("rawRead");
            json.writeNumberField("records", result.reading().records());
            json.writeNumberField("bytes", result.reading().bytes());
            json.writeNumberField("seconds", result.reading().seconds());
            json.writeNumberField("recordsPerSecond", result.reading().rate());
            json.writeNumberField("megabytesPerSecond", result.reading().megabytesPerSecond());
            json.writeEndObject();
            write(json, "verify", result.verified());
            write(json, result.rebuilt());
            json.writeArrayFieldStart("backups");
            for (BackedUp backup : result.backups()) {
                write(json, backup);
            }
            json.writeEndArray();
            write(json, result.restored());
            new Surroundings(facts).write(json);
        });
    }

    private List<Grid> grids() {
        return List.of(reading(), rebuild(), queries(), backups(), restore());
    }

    private Grid reading() {
        Grid grid = new Grid(
                "Reading the log of " + Figures.whole(result.settings().orders()) + " orders",
                "who reads",
                ">records",
                ">s",
                ">records/s",
                ">MB/s",
                ">rows",
                ">most memory, MiB");
        grid.row(
                "a bare consumer that decodes nothing",
                Figures.whole(result.reading().records()),
                Figures.of(result.reading().seconds()),
                Figures.of(result.reading().rate()),
                Figures.of(result.reading().megabytesPerSecond()));
        verified(grid, "verify", result.verified());
        verified(grid, "verify, after the restore", result.restored().verified());
        return grid;
    }

    private static void verified(Grid grid, String name, Verified verified) {
        grid.row(
                name,
                Figures.whole(verified.records()),
                Figures.of(verified.seconds()),
                Figures.of(verified.records() / verified.seconds()),
                "",
                Figures.whole(verified.rows()),
                Figures.mebibytes(verified.peakBytes()));
    }

    private Grid rebuild() {
        Rebuilt rebuilt = result.rebuilt();
        Grid grid = new Grid(
                "Rebuilding the read models, at work " + result.settings().share() + " % of the time, beside "
                        + Figures.of(result.settings().ratePerSecond()) + " orders/s",
                "what",
                ">value");
        grid.row("records", Figures.whole(rebuilt.records()));
        grid.row("records/s", Figures.of(rebuilt.rate()));
        bare(grid, rebuilt, "beside as much", rebuilt.bareBeside());
        bare(grid, rebuilt, "with the machine for itself", rebuilt.bare());
        grid.row("the whole command, with a comparison, s", Figures.of(rebuilt.seconds()));
        grid.row("its most memory, MiB", Figures.mebibytes(rebuilt.peakBytes()));
        grid.row("orders that came meanwhile", Figures.whole(rebuilt.orders()));
        grid.row("rows compared afterwards, all equal", Figures.whole(rebuilt.rows()));
        grid.row("that comparison, s", Figures.of(rebuilt.compareSeconds()));
        return grid;
    }

    private static void bare(Grid grid, Rebuilt rebuilt, String where, Bare bare) {
        grid.row(
                "a bare consumer that decodes them and copies the same rows, at hand, " + where + ", records/s",
                Figures.of(bare.rate()));
        grid.row("against it", Figures.of(rebuilt.rate() / bare.rate()) + " ×");
        grid.row("its reading and decoding, records/s", Figures.of(bare.decodeRate()));
        grid.row("its copying, rows/s", Figures.of(bare.copyRate()));
    }

    private Grid queries() {
        Grid grid = new Grid(
                "Asking the mart without the rebuild and beside it, ms",
                "what",
                ">asked without",
                ">p50",
                ">p99",
                ">asked beside",
                ">p50",
                ">p99",
                ">p99 against p99");
        for (MartQuery query : MartQuery.values()) {
            Answered quiet = result.rebuilt().quiet(query);
            Answered beside = result.rebuilt().beside(query);
            grid.row(
                    query.title(),
                    Figures.whole(quiet.count()),
                    Figures.of(quiet.latency().p50()),
                    Figures.of(quiet.latency().p99()),
                    Figures.whole(beside.count()),
                    Figures.of(beside.latency().p50()),
                    Figures.of(beside.latency().p99()),
                    Figures.of(beside.latency().p99() / quiet.latency().p99()) + " ×");
        }
        return grid;
    }

    private Grid backups() {
        Grid grid = new Grid(
                "Backing up",
                "which",
                ">s",
                ">records copied",
                ">MiB written",
                ">records in all",
                ">MiB in all",
                ">services stood still, ms");
        String which = "the first";
        for (BackedUp backup : result.backups()) {
            grid.row(
                    which,
                    Figures.of(backup.seconds()),
                    Figures.whole(backup.copiedRecords()),
                    Figures.mebibytes(backup.copiedBytes()),
                    Figures.whole(backup.records()),
                    Figures.mebibytes(backup.bytes()),
                    Figures.whole(backup.standstill().toMillis()));
            which = "again, of what is new";
        }
        return grid;
    }

    private Grid restore() {
        Restored restored = result.restored();
        Grid grid = new Grid("Restoring into an empty installation", "what", ">value");
        grid.row("broker, database and registry ready, empty, s", Figures.of(restored.emptySeconds()));
        grid.row("restore, s", Figures.of(restored.seconds()));
        grid.row("records", Figures.whole(restored.records()));
        grid.row("services ready after that, s", Figures.of(restored.readySeconds()));
        grid.row("all quiet after that, read models made anew, s", Figures.of(restored.quietSeconds()));
        grid.row("all in all, s", Figures.of(restored.allSeconds()));
        grid.row(
                "entries of the gateway's ledger, before and after",
                Figures.whole(restored.ledgers().payments()));
        grid.row(
                "entries of the mail server's, before and after",
                Figures.whole(restored.ledgers().mails()));
        return grid;
    }

    private static void write(JsonGenerator json, String name, Verified verified) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("seconds", verified.seconds());
        json.writeNumberField("records", verified.records());
        json.writeNumberField("rows", verified.rows());
        json.writeNumberField("violations", 0);
        json.writeNumberField("peakBytes", verified.peakBytes());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Rebuilt rebuilt) throws IOException {
        json.writeObjectFieldStart("rebuild");
        json.writeNumberField("records", rebuilt.records());
        json.writeNumberField("fillSeconds", rebuilt.fillSeconds());
        json.writeNumberField("recordsPerSecond", rebuilt.rate());
        json.writeNumberField("bareRecordsPerSecond", rebuilt.bareBeside().rate());
        json.writeNumberField(
                "againstBare", rebuilt.rate() / rebuilt.bareBeside().rate());
        json.writeNumberField("bareAloneRecordsPerSecond", rebuilt.bare().rate());
        json.writeNumberField(
                "againstBareAlone", rebuilt.rate() / rebuilt.bare().rate());
        json.writeNumberField("seconds", rebuilt.seconds());
        json.writeNumberField("peakBytes", rebuilt.peakBytes());
        json.writeNumberField("ordersMeanwhile", rebuilt.orders());
        json.writeNumberField("rowsEqual", rebuilt.rows());
        json.writeNumberField("rowsDiffering", 0);
        json.writeNumberField("compareSeconds", rebuilt.compareSeconds());
        json.writeArrayFieldStart("queries");
        for (MartQuery query : MartQuery.values()) {
            json.writeStartObject();
            json.writeStringField("query", query.title());
            write(json, "quiet", rebuilt.quiet(query));
            write(json, "beside", rebuilt.beside(query));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Answered answered) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("count", answered.count());
        json.writeNumberField("p50Ms", answered.latency().p50());
        json.writeNumberField("p99Ms", answered.latency().p99());
        json.writeNumberField("maxMs", answered.latency().max());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, BackedUp backup) throws IOException {
        json.writeStartObject();
        json.writeNumberField("seconds", backup.seconds());
        json.writeNumberField("copiedRecords", backup.copiedRecords());
        json.writeNumberField("copiedBytes", backup.copiedBytes());
        json.writeNumberField("records", backup.records());
        json.writeNumberField("bytes", backup.bytes());
        json.writeNumberField("standstillMs", backup.standstill().toMillis());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Restored restored) throws IOException {
        json.writeObjectFieldStart("restore");
        json.writeNumberField("emptySeconds", restored.emptySeconds());
        json.writeNumberField("seconds", restored.seconds());
        json.writeNumberField("records", restored.records());
        json.writeNumberField("readySeconds", restored.readySeconds());
        json.writeNumberField("quietSeconds", restored.quietSeconds());
        json.writeNumberField("allSeconds", restored.allSeconds());
        json.writeNumberField("gatewayEntries", restored.ledgers().payments());
        json.writeNumberField("mails", restored.ledgers().mails());
        json.writeNumberField("effectsFiredAgain", 0);
        write(json, "verify", restored.verified());
        json.writeEndObject();
    }
}
