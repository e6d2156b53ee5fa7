package dev.orderbackbone.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.orderbackbone.benchmarks.check.Outcome;
import dev.orderbackbone.benchmarks.check.Verdict;
import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.cost.DatabaseCounters;
import dev.orderbackbone.benchmarks.cost.DatabaseCounters.Rows;
import dev.orderbackbone.benchmarks.cost.TopicCost;
import dev.orderbackbone.benchmarks.cost.Usage;
import dev.orderbackbone.benchmarks.load.Latency;
import dev.orderbackbone.benchmarks.load.PhaseTimes;
import dev.orderbackbone.benchmarks.load.Segment;
import dev.orderbackbone.benchmarks.run.BenchResult;
import dev.orderbackbone.benchmarks.run.CostSheet;
import dev.orderbackbone.benchmarks.run.Findings;
import dev.orderbackbone.benchmarks.run.GrowthLevel;
import dev.orderbackbone.benchmarks.run.Measurement;
import dev.orderbackbone.benchmarks.run.RunSettings;
import dev.orderbackbone.benchmarks.run.ScalingStep;
import dev.orderbackbone.benchmarks.run.Stage;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportsTest {
    private static final Map<String, String> FACTS =
            Map.of("time", "2026-11-27T12:34:56Z", "commit", "abc123 with changes", "odd", "a|b");

    private final BenchResult result = new BenchResult(
            settings(),
            List.of(
                    measured(Side.OURS, Stage.MAX, 0, 4_000, 100),
                    measured(Side.RIVAL, Stage.MAX, 0, 1_000, 10),
                    measured(Side.OURS, Stage.MAX, 0, 2_000, 100),
                    measured(Side.RIVAL, Stage.MAX, 0, 1_400, 10),
                    measured(Side.OURS, Stage.MAX, 0, 3_000, 100),
                    measured(Side.RIVAL, Stage.MAX, 0, 1_200, 10),
                    measured(Side.OURS, Stage.HOT, 0, 5_000, 100),
                    measured(Side.RIVAL, Stage.HOT, 0, 500, 10),
                    measured(Side.OURS, Stage.HALF, 1_500, 1_500, 150),
                    measured(Side.RIVAL, Stage.HALF, 600, 600, 8)),
            Map.of(Side.OURS, ours(), Side.RIVAL, rival()));

    @TempDir
    Path folder;

    @Test
    void theJsonHasTheMediansAndWhatOursIsToTheRival() throws IOException {
        Map<String, Double> json = numbers(JsonReport.of(result, FACTS));

        assertThat(json)
                .containsEntry("ours.maxOrdersPerSecond", 3_000.0)
                .containsEntry("rival.maxOrdersPerSecond", 1_200.0)
                .containsEntry("ratio", 2.5)
                .containsEntry("hotSkuRatio", 10.0)
                .containsEntry("acceptP99Ms", 300.0)
                .containsEntry("terminalP50Ms", 150.0)
                .containsEntry("terminalP99Ms", 300.0)
                // 900 confirmed orders: 1,800 messages and 900 of a changelog, without 5,000 of the broker's own.
                .containsEntry("kafkaRecordsPerOrder", 3.0)
                .containsEntry("databaseRowsPerOrder", 12.0);
        assertThat(json.get("cpuRatio")).isCloseTo(1, within(0.001));
    }

    @Test
    void leavesOutWhatWasNotMeasured() throws IOException {
        BenchResult alone = new BenchResult(
                settings(), List.of(measured(Side.OURS, Stage.MAX, 0, 4_000, 100)), Map.of(Side.OURS, ours()));

        assertThat(numbers(JsonReport.of(alone, FACTS)))
                .containsEntry("ours.maxOrdersPerSecond", 4_000.0)
                .doesNotContainKeys("ratio", "rival.maxOrdersPerSecond", "hotSkuRatio", "acceptP99Ms");
        assertThat(TextReport.of(alone)).contains("4,000").doesNotContain("NaN", "Infinity");
    }

    @Test
    void theTextNamesEveryTopicTableAndProcess() {
        assertThat(TextReport.of(result))
                .contains("orders.events.v1", "saga-changelog", "__consumer_offsets", "order_lines", "kafka", "2.50 ×");
    }

    @Test
    void isKeptAsMarkdownJsonAndDrawing() throws Exception {
        Path report = Shelf.keep(folder, result, FACTS);

        assertThat(report).hasFileName("2026-11-27T1234-abc123-with-changes.md");
        assertThat(Files.readString(report))
                .contains("![Latency against load](2026-11-27T1234-abc123-with-changes.svg)")
                .contains("| odd | a\\|b |")
                .contains("| maximum, orders/s | 3,000 | 1,200 | 2.50 × |");
        String drawing = Files.readString(folder.resolve("2026-11-27T1234-abc123-with-changes.svg"));
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(drawing)))
                        .getElementsByTagName("circle")
                        .getLength())
                .isEqualTo(4);
        assertThat(numbers(Files.readString(folder.resolve("2026-11-27T1234-abc123-with-changes.json"))))
                .containsEntry("ratio", 2.5);
    }

    @Test
    void growthIsToldAtTheFirstLevelsSpeed() throws IOException {
        GrowthReport report = new GrowthReport(
                List.of(
                        new GrowthLevel(
                                10_000, List.of(measured(Side.OURS, Stage.MAX, 0, 1_000, 10, 80)), starts(2_000)),
                        new GrowthLevel(
                                1_000_000, List.of(measured(Side.OURS, Stage.MAX, 0, 1_000, 10, 40)), starts(9_000))),
                FACTS);

        assertThat(numbers(report.json()))
                .containsEntry("levels.1.stored", 1_000_000.0)
                .containsEntry("levels.1.cpuSecondsPer1000Orders", 1.0)
                .containsEntry("levels.1.cpuSecondsPer1000OrdersAtFirstSpeed", 0.5)
                .containsEntry("levels.1.services.0.readyWithoutStateMs", 9_000.0);
        assertThat(report.markdown())
                .contains("| 1,000,000 | 1,000 | 1.00 | 40.0 | 0.50 | 0.50 × |")
                .contains("| 1,000,000 | order-events | 5.00 | 1.50 | 9.00 |");
        assertThat(report.text()).contains("stored orders", "order-events");
    }

    @Test
    void scalingIsOneTable() throws IOException {
        ScalingReport report = new ScalingReport(List.of(new ScalingStep(4, 16, result)), FACTS);

        assertThat(numbers(report.json()))
                .containsEntry("steps.0.partitions", 4.0)
                .containsEntry("steps.0.ordersPerSecond", 3_000.0)
                .containsEntry("steps.0.hotSkuOrdersPerSecond", 5_000.0);
        assertThat(report.markdown()).contains("| 4 | 16 | 3,000 | 1.00 | 5,000 | 1.00 | 70.0 |");
    }

    private static SequencedMap<String, GrowthLevel.Start> starts(int restoredMs) {
        SequencedMap<String, GrowthLevel.Start> starts = new LinkedHashMap<>();
        starts.put(
                "order-events",
                new GrowthLevel.Start(5 << 20, Duration.ofMillis(1_500), Duration.ofMillis(restoredMs)));
        return starts;
    }

    private static Map<String, Double> numbers(String json) throws IOException {
        Map<String, Double> numbers = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    String path = parser.getParsingContext().pathAsPointer().toString();
                    numbers.put(path.substring(1).replace('/', '.'), parser.getDoubleValue());
                }
            }
        }
        return numbers;
    }

    private static Measurement measured(Side side, Stage stage, double offered, double rate, double ms) {
        return measured(side, stage, offered, rate, ms, 70);
    }

    private static Measurement measured(
            Side side, Stage stage, double offered, double rate, double ms, double machineSpeed) {
        int orders = 1_000;
        Latency latency = new Latency(ms, ms * 1.5, ms * 2, ms * 3, ms * 4);
        return new Measurement(
                side,
                stage,
                offered,
                new PhaseTimes(orders, orders / rate, latency, latency, latency),
                new Usage(orders / rate, Map.of(Usage.DRIVER, 0.3, "kafka", 0.7), 1.1, 8_000_000),
                0,
                machineSpeed);
    }

    private static Findings ours() {
        List<TopicCost> topics = List.of(
                new TopicCost("orders.events.v1", 1_800, 40, 180_000, 300_000),
                new TopicCost("saga-changelog", 900, 40, 90_000, 100_000),
                new TopicCost("__consumer_offsets", 5_000, 40, 90_000, 100_000));
        return findings(Side.OURS, topics, Map.of("order_lines", new Rows(9_000, 900, 800, 900)));
    }

    private static Findings rival() {
        return findings(Side.RIVAL, List.of(), Map.of("order_view", new Rows(1_000, 1_000, 900, 0)));
    }

    private static Findings findings(Side side, List<TopicCost> topics, Map<String, Rows> tables) {
        CostSheet costs = new CostSheet(
                new Segment(new MixedOrders(), 0, 1_000),
                topics,
                new DatabaseCounters(tables, 100, 1_000_000, 0),
                Map.of("kafka", 1L << 30));
        return new Findings(side, new Verdict(1_000, Map.of(Outcome.CONFIRMED, 900), List.of()), costs, 900);
    }

    private static RunSettings settings() {
        return new RunSettings(
                Set.of(Side.OURS, Side.RIVAL), Set.of(Stage.MAX), false, 1, 1_000, 250, 3, 190, 20, List.of(), false);
    }
}
