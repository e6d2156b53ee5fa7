package dev.orderbackbone.benchmarks.report;

import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.cost.DatabaseCounters;
import dev.orderbackbone.benchmarks.cost.TopicCost;
import dev.orderbackbone.benchmarks.run.BenchResult;
import dev.orderbackbone.benchmarks.run.Findings;
import dev.orderbackbone.benchmarks.run.Stage;
import dev.orderbackbone.operator.text.Table;
import java.util.Locale;

/** For a person at a terminal. */
public final class TextReport {
    private TextReport() {}

    /** The whole report. */
    public static String of(BenchResult result) {
        StringBuilder text = new StringBuilder();
        for (Side side : Side.values()) {
            result.of(side).ifPresent(findings -> text.append(of(result, findings)));
        }
        return text.toString();
    }

    private static String of(BenchResult result, Findings findings) {
        StringBuilder text = new StringBuilder();
        Side side = findings.side();
        text.append(System.lineSeparator())
                .append(String.format(
                        Locale.ROOT,
                        "%s: %,.0f orders/s, %.2f CPU s per 1,000 orders, %,.0f bytes on disk per order (medians)%n%n",
                        side.key(),
                        result.median(side, Stage.MAX, each -> each.times().rate())
                                .orElseThrow(),
                        result.median(side, Stage.MAX, each -> each.cpuSecondsPer1000())
                                .orElseThrow(),
                        result.median(side, Stage.MAX, each -> each.diskBytesPerOrder())
                                .orElseThrow()));
        double orders = findings.confirmedInCosts();
        if (!findings.costs().topics().isEmpty()) {
            text.append(topics(findings, orders)).append(System.lineSeparator());
        }
        text.append(tables(findings.costs().database(), orders)).append(System.lineSeparator());
        Table memory = new Table("process", ">MiB at most");
        findings.costs().memoryBytes().forEach((name, bytes) -> memory.row(name, bytes >> 20));
        return text.append(memory).toString();
    }

    private static Table topics(Findings findings, double orders) {
        Table table = new Table("per confirmed order", ">records", ">markers", ">log bytes", ">payload bytes");
        for (TopicCost.Kind kind : TopicCost.Kind.values()) {
            double records = 0;
            double markers = 0;
            double bytes = 0;
            double payload = 0;
            for (TopicCost topic : findings.costs().topics()) {
                if (topic.kind() == kind) {
                    table.row(row(
                            topic.topic(),
                            topic.records(),
                            topic.markers(),
                            topic.logBytes(),
                            topic.payloadBytes(),
                            orders));
                    records += topic.records();
                    markers += topic.markers();
                    bytes += topic.logBytes();
                    payload += topic.payloadBytes();
                }
            }
            table.row(row("= " + kind, records, markers, bytes, payload, orders));
        }
        return table;
    }

    private static Object[] row(
            String name, double records, double markers, double bytes, double payload, double orders) {
        return new Object[] {
            name, number(records / orders), number(markers / orders), number(bytes / orders), number(payload / orders)
        };
    }

    private static Table tables(DatabaseCounters database, double orders) {
        Table table = new Table("per confirmed order", ">inserted", ">updated", ">of them HOT", ">deleted");
        database.tables()
                .forEach((name, rows) -> table.row(
                        name,
                        number(rows.inserted() / orders),
                        number(rows.updated() / orders),
                        number(rows.updatedHot() / orders),
                        number(rows.deleted() / orders)));
        table.row("= rows written", number(database.rows() / orders));
        table.row("transactions", number(database.transactions() / orders));
        table.row("statements", number(database.statements() / orders));
        table.row("WAL bytes", number(database.walBytes() / orders));
        return table;
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, figure < 100 ? "%.3f" : "%,.0f", figure);
    }
}
