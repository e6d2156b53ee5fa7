package dev.orderbackbone.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.benchmarks.check.Verdict;
import dev.orderbackbone.benchmarks.command.JsonAnswer;
import dev.orderbackbone.benchmarks.contender.ours.LedgerSizes;
import dev.orderbackbone.benchmarks.contender.ours.MartClient.Answered;
import dev.orderbackbone.benchmarks.contender.ours.MartQuery;
import dev.orderbackbone.benchmarks.cost.LogReading;
import dev.orderbackbone.benchmarks.load.Latency;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.BackedUp;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Bare;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Rebuilt;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Restored;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Verified;
import dev.orderbackbone.benchmarks.recovery.RecoverySettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecoveryReportTest {
    private static final long MEBIBYTE = 1 << 20;

    private final RecoveryReport report = new RecoveryReport(
            new RecoveryResult(
                    new RecoverySettings(100_000, 50, 75),
                    1_200,
                    new LogReading(2_000_000, 400_000_000, 4),
                    new Verified(20, 2_000_000, 900_000, 512 * MEBIBYTE),
                    new Rebuilt(
                            600_000,
                            30,
                            41,
                            950_000,
                            6,
                            300 * MEBIBYTE,
                            2_050,
                            new Bare(80_000, 180_000, 140_000),
                            new Bare(40_000, 90_000, 70_000),
                            answered(4),
                            answered(6)),
                    List.of(
                            new BackedUp(
                                    12, 5_000_000, 300 * MEBIBYTE, 5_000_000, 300 * MEBIBYTE, Duration.ofMillis(80)),
                            new BackedUp(2, 7, 1_024, 5_000_007, 300 * MEBIBYTE, Duration.ofMillis(70))),
                    new Restored(
                            10,
                            60,
                            5_000_007,
                            20,
                            30,
                            new LedgerSizes(97_000, 3),
                            new Verified(25, 2_000_100, 900_000, 600 * MEBIBYTE)),
                    new Verdict(104_100, Map.of(), List.of())),
            Map.of("time", "2026-11-27T12:34:56Z"));

    @Test
    void theJsonHasWhatWasMeasuredAndWhatItIsToABareConsumer() {
        JsonAnswer json = JsonAnswer.of(report.json());

        assertThat(json.values())
                .containsEntry("/orders", "100000")
                .containsEntry("/rawRead/recordsPerSecond", "500000.0")
                .containsEntry("/rawRead/megabytesPerSecond", "100.0")
                .containsEntry("/verify/seconds", "20.0")
                .containsEntry("/verify/violations", "0")
                .containsEntry("/rebuild/recordsPerSecond", "20000.0")
                .containsEntry("/rebuild/againstBare", "0.5")
                .containsEntry("/rebuild/againstBareAlone", "0.25")
                .containsEntry("/rebuild/rowsDiffering", "0")
                .containsEntry("/rebuild/queries/0/query", MartQuery.TIMELINE.title())
                .containsEntry("/rebuild/queries/0/quiet/p99Ms", "4.0")
                .containsEntry("/rebuild/queries/0/beside/p99Ms", "6.0")
                .containsEntry("/backups/1/copiedRecords", "7")
                .containsEntry("/backups/0/standstillMs", "80")
                .containsEntry("/restore/allSeconds", "120.0")
                .containsEntry("/restore/gatewayEntries", "97000")
                .containsEntry("/restore/effectsFiredAgain", "0")
                .containsEntry("/surroundings/time", "2026-11-27T12:34:56Z");
    }

    @Test
    void theMarkdownHasATableOfEachTool() {
        assertThat(report.markdown())
                .startsWith("# Operators' tools, 2026-11-27T12:34:56Z")
                .contains("| verify | 2,000,000 | 20.0 | 100,000 |  | 900,000 | 512 |")
                .contains("| against it | 0.50 × |")
                .contains("| timeline of one order | 10 | 1.00 | 4.00 | 10 | 1.00 | 6.00 | 1.50 × |")
                .contains("| again, of what is new | 2.00 | 7 | 0.00 | 5,000,007 | 300 | 70 |")
                .contains("| all in all, s | 120 |")
                .contains("| entries of the mail server's, before and after | 3 |");
    }

    @Test
    void theTextSaysTheSame() {
        assertThat(report.text()).contains("against it", "0.50 ×", "services stood still", "orders by status");
    }

    private static Map<MartQuery, Answered> answered(double p99) {
        Map<MartQuery, Answered> answered = new EnumMap<>(MartQuery.class);
        for (MartQuery query : MartQuery.values()) {
            answered.put(query, new Answered(10, new Latency(1, 2, p99, p99, p99)));
        }
        return answered;
    }
}
