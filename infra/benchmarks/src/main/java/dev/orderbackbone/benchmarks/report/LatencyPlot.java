package dev.orderbackbone.benchmarks.report;

import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.report.Drawing.Anchor;
import dev.orderbackbone.benchmarks.report.Drawing.Pen;
import dev.orderbackbone.benchmarks.run.BenchResult;
import dev.orderbackbone.benchmarks.run.Measurement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Latency against load as a drawing (SVG): from due to the terminal row, half and 99 % of the orders, at the rates of all open loops. */
final class LatencyPlot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 570;
    private static final int TOP = 30;
    private static final int BOTTOM = 360;
    private static final int LEGEND = 585;
    private static final int LINE_HEIGHT = 20;
    private static final List<Integer> TICKS_MS = List.of(1, 10, 100, 1_000, 10_000);
    private static final int STEPS = 5;
    private static final Pen GRID = new Pen("#ddd", 1, "");
    private static final Pen OURS = new Pen("#1b6ca8", 2, "");
    private static final Pen OURS_RARE = new Pen("#1b6ca8", 2, "6 4");
    private static final Pen RIVAL = new Pen("#c1440e", 2, "");
    private static final Pen RIVAL_RARE = new Pen("#c1440e", 2, "6 4");

    private static final List<Series> SERIES = List.of(
            new Series(
                    "ours p50", Side.OURS, OURS, each -> each.times().terminal().p50()),
            new Series(
                    "ours p99",
                    Side.OURS,
                    OURS_RARE,
                    each -> each.times().terminal().p99()),
            new Series(
                    "rival p50",
                    Side.RIVAL,
                    RIVAL,
                    each -> each.times().terminal().p50()),
            new Series(
                    "rival p99",
                    Side.RIVAL,
                    RIVAL_RARE,
                    each -> each.times().terminal().p99()));

    private final BenchResult result;
    private final double highestRate;
    private final Drawing drawing = new Drawing(WIDTH, HEIGHT);

    private record Series(String name, Side side, Pen pen, ToDoubleFunction<Measurement> figure) {}

    private LatencyPlot(BenchResult result) {
        this.result = result;
        this.highestRate =
                openLoops().mapToDouble(Measurement::offeredPerSecond).max().orElse(0);
    }

    /** The drawing; empty where no open loop was measured. */
    static String of(BenchResult result) {
        LatencyPlot plot = new LatencyPlot(result);
        return plot.highestRate == 0 ? "" : plot.draw();
    }

    private String draw() {
        for (int ms : TICKS_MS) {
            drawing.line(LEFT + "," + y(ms) + " " + RIGHT + "," + y(ms), GRID)
                    .text(LEFT - 8, y(ms) + 4, Anchor.END, Figures.of(ms) + " ms");
        }
        for (int step = 0; step <= STEPS; step++) {
            double rate = highestRate * step / STEPS;
            drawing.text(x(rate), BOTTOM + LINE_HEIGHT, Anchor.MIDDLE, Long.toString(Math.round(rate)));
        }
        drawing.text((LEFT + RIGHT) / 2, HEIGHT - 14, Anchor.MIDDLE, "orders offered per second")
                .text(LEFT, 18, Anchor.START, "from due to the terminal row");
        for (int place = 0; place < SERIES.size(); place++) {
            draw(SERIES.get(place), TOP + LINE_HEIGHT * (place + 1));
        }
        return drawing.svg();
    }

    private void draw(Series series, int legendY) {
        Map<Double, Double> points = medians(series);
        if (points.isEmpty()) {
            return;
        }
        drawing.line(
                points.entrySet().stream()
                        .map(point -> x(point.getKey()) + "," + y(point.getValue()))
                        .collect(Collectors.joining(" ")),
                series.pen());
        points.forEach((rate, ms) -> drawing.dot(x(rate), y(ms), series.pen().colour()));
        drawing.line(LEGEND + "," + legendY + " " + (LEGEND + 30) + "," + legendY, series.pen())
                .text(LEGEND + 37, legendY + 4, Anchor.START, series.name());
    }

    /** By rate. */
    private Map<Double, Double> medians(Series series) {
        return openLoops()
                .filter(each -> each.side() == series.side())
                .collect(Collectors.groupingBy(
                        Measurement::offeredPerSecond,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                same -> BenchResult.median(same.stream(), series.figure())
                                        .orElseThrow())));
    }

    private Stream<Measurement> openLoops() {
        return result.measurements().stream().filter(each -> each.offeredPerSecond() > 0);
    }

    private long x(double rate) {
        return Math.round(LEFT + (RIGHT - LEFT) * rate / highestRate);
    }

    private static long y(double ms) {
        double highest = TICKS_MS.getLast();
        return Math.round(BOTTOM - (BOTTOM - TOP) * Math.log(Math.clamp(ms, 1, highest)) / Math.log(highest));
    }
}
