package dev.orderbackbone.benchmarks.report;

import static dev.orderbackbone.benchmarks.report.Figures.divided;
import static dev.orderbackbone.benchmarks.report.Figures.ratio;

import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.run.BenchResult;
import dev.orderbackbone.benchmarks.run.Measurement;
import dev.orderbackbone.benchmarks.run.Stage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that a report shows, table by table. */
final class Grids {
    private static final double THOUSAND = 1_000;

    private final BenchResult result;
    private final Summary ours;
    private final Summary rival;

    private Grids(BenchResult result) {
        this.result = result;
        this.ours = Summary.of(result, Side.OURS);
        this.rival = Summary.of(result, Side.RIVAL);
    }

    static List<Grid> of(BenchResult result) {
        return new Grids(result).all();
    }

    private List<Grid> all() {
        List<Grid> grids = new ArrayList<>(List.of(summary(), measurements()));
        for (Side side : Side.values()) {
            result.of(side).ifPresent(findings -> {
                grids.add(cpu(side));
                grids.addAll(CostGrids.of(findings));
            });
        }
        return grids.stream().filter(grid -> !grid.isEmpty()).toList();
    }

    private Grid summary() {
        Grid grid = new Grid("In short (medians)", "figure", ">ours", ">rival", ">ours / rival");
        add(grid, "maximum, orders/s", Summary::maxOrdersPerSecond);
        add(grid, "maximum, one SKU in every order, orders/s", Summary::hotOrdersPerSecond);
        add(grid, "CPU s per 1,000 orders at the maximum, everything", Summary::cpuSecondsPer1000);
        add(grid, "bytes on disk per order at the maximum", Summary::diskBytes);
        add(grid, "Kafka records per confirmed order, changelogs included", Summary::kafkaRecords);
        add(grid, "database rows per confirmed order", Summary::databaseRows);
        addLatencies(grid, "at half of its own maximum", Summary::half);
        addLatencies(grid, "at the same rate", Summary::rate);
        return grid;
    }

    private void addLatencies(Grid grid, String when, Function<Summary, Summary.LatencySummary> which) {
        add(grid, "offered orders/s " + when, side -> which.apply(side).offeredPerSecond());
        add(grid, "due to accepted p50, ms", side -> which.apply(side).acceptP50());
        add(grid, "due to accepted p99, ms", side -> which.apply(side).acceptP99());
        add(grid, "due to terminal row p50, ms", side -> which.apply(side).terminalP50());
        add(grid, "due to terminal row p99, ms", side -> which.apply(side).terminalP99());
        add(grid, "due to row of the message p50, ms", side -> which.apply(side).toldP50());
        add(grid, "due to row of the message p99, ms", side -> which.apply(side).toldP99());
        add(grid, "CPU s per 1,000 orders", side -> which.apply(side).cpuSecondsPer1000());
    }

    private void add(Grid grid, String name, Function<Summary, OptionalDouble> figure) {
        OptionalDouble one = figure.apply(ours);
        OptionalDouble other = figure.apply(rival);
        if (one.isPresent() || other.isPresent()) {
            grid.row(name, Figures.of(one), Figures.of(other), ratio(divided(one, other)));
        }
    }

    private Grid measurements() {
        Grid grid = new Grid(
                "Every repetition, in the order in which they were made",
                "side",
                "stage",
                ">offered/s",
                ">orders",
                ">orders/s",
                ">accept p50",
                ">p99",
                ">terminal p50",
                ">p99",
                ">p99.9",
                ">told p99",
                ">CPU s/1,000",
                ">disk B/order",
                ">made again",
                ">others' cores",
                ">speed");
        result.measurements()
                .forEach(each -> grid.row(
                        each.side().key(),
                        each.stage().key(),
                        each.offeredPerSecond() == 0 ? "" : Figures.of(each.offeredPerSecond()),
                        Figures.of(each.times().orders()),
                        Figures.of(each.times().rate()),
                        Figures.of(each.times().accept().p50()),
                        Figures.of(each.times().accept().p99()),
                        Figures.of(each.times().terminal().p50()),
                        Figures.of(each.times().terminal().p99()),
                        Figures.of(each.times().terminal().p999()),
                        Figures.of(each.times().told().p99()),
                        Figures.of(each.cpuSecondsPer1000()),
                        Figures.of(each.diskBytesPerOrder()),
                        Integer.toString(each.failedAttempts()),
                        Figures.of(each.used().othersCores()) + (each.isNoisy() ? " noisy" : ""),
                        Figures.of(each.machineSpeed())));
        return grid;
    }

    private Grid cpu(Side side) {
        Grid grid = new Grid(
                "CPU seconds per 1,000 orders by process, " + side.key(),
                "process",
                ">at the maximum",
                ">with one SKU",
                ">at half",
                ">at the same rate");
        for (String process : processes(side)) {
            grid.row(
                    process,
                    cpu(side, Stage.MAX, process),
                    cpu(side, Stage.HOT, process),
                    cpu(side, Stage.HALF, process),
                    cpu(side, Stage.RATE, process));
        }
        return grid;
    }

    private String cpu(Side side, Stage stage, String process) {
        return Figures.of(result.median(
                side,
                stage,
                each -> each.used().cpuSeconds().getOrDefault(process, 0.0)
                        * THOUSAND
                        / each.times().orders()));
    }

    private Set<String> processes(Side side) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(Stage.values())
                .flatMap(stage -> result.of(side, stage).stream())
                .map(Measurement::used)
                .forEach(used -> names.addAll(used.cpuSeconds().keySet()));
        return names;
    }
}
