package dev.orderbackbone.benchmarks.report;

import dev.orderbackbone.benchmarks.cost.DatabaseCounters;
import dev.orderbackbone.benchmarks.cost.TopicCost;
import dev.orderbackbone.benchmarks.cost.TopicCost.Kind;
import dev.orderbackbone.benchmarks.run.Findings;
import java.util.List;
import java.util.TreeMap;

/** What a confirmed order costs one contender, by topic, table and process; what the others cost is counted in. */
final class CostGrids {
    private static final long MEBIBYTE = 1 << 20;

    private final Findings findings;
    private final double orders;

    private CostGrids(Findings findings) {
        this.findings = findings;
        this.orders = findings.confirmedInCosts();
    }

    static List<Grid> of(Findings findings) {
        CostGrids grids = new CostGrids(findings);
        return List.of(grids.topics(), grids.tables(), grids.memory());
    }

    private Grid topics() {
        Grid grid = new Grid(
                "Kafka per confirmed order, " + findings.side().key(),
                "topic",
                ">records",
                ">markers",
                ">bytes in the log",
                ">bytes before compression");
        for (Kind kind : Kind.values()) {
            List<TopicCost> topics = findings.costs().topics().stream()
                    .filter(topic -> topic.kind() == kind)
                    .toList();
            topics.forEach(topic -> row(grid, topic.topic(), List.of(topic)));
            if (!topics.isEmpty()) {
                row(grid, "= " + kind.title(), topics);
            }
        }
        return grid;
    }

    private void row(Grid grid, String name, List<TopicCost> topics) {
        grid.row(
                name,
                perOrder(topics.stream().mapToLong(TopicCost::records).sum()),
                perOrder(topics.stream().mapToLong(TopicCost::markers).sum()),
                perOrder(topics.stream().mapToLong(TopicCost::logBytes).sum()),
                perOrder(topics.stream().mapToLong(TopicCost::payloadBytes).sum()));
    }

    private Grid tables() {
        Grid grid = new Grid(
                "PostgreSQL per confirmed order, " + findings.side().key(),
                "table",
                ">inserted",
                ">updated",
                ">of them without touching an index",
                ">deleted");
        DatabaseCounters database = findings.costs().database();
        database.tables()
                .forEach((table, rows) -> grid.row(
                        table,
                        perOrder(rows.inserted()),
                        perOrder(rows.updated()),
                        perOrder(rows.updatedHot()),
                        perOrder(rows.deleted())));
        grid.row("= rows written", perOrder(database.rows()));
        grid.row("transactions", perOrder(database.transactions()));
        if (database.statements() > 0) {
            grid.row("statements", perOrder(database.statements()));
        }
        return grid.row("bytes of the write-ahead log", perOrder(database.walBytes()));
    }

    private Grid memory() {
        Grid grid = new Grid("Memory at most, " + findings.side().key(), "process", ">MiB");
        new TreeMap<>(findings.costs().memoryBytes())
                .forEach((process, bytes) -> grid.row(process, Long.toString(bytes / MEBIBYTE)));
        return grid;
    }

    private String perOrder(long count) {
        return Figures.of(count / orders);
    }
}
