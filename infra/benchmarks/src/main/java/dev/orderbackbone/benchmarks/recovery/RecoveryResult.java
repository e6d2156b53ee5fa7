package dev.orderbackbone.benchmarks.recovery;

import dev.orderbackbone.benchmarks.check.Verdict;
import dev.orderbackbone.benchmarks.contender.ours.LedgerSizes;
import dev.orderbackbone.benchmarks.contender.ours.MartClient.Answered;
import dev.orderbackbone.benchmarks.contender.ours.MartQuery;
import dev.orderbackbone.benchmarks.cost.LogReading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was measured.
 *
 * @param ordersPerSecond while the log was filled.
 * @param reading of all topics of the catalogue by a consumer that decodes nothing.
 * @param verified before anything else was done.
 * @param backups into the same folder, one after the other.
 * @param verdict on all orders, after everything.
 */
public record RecoveryResult(
        RecoverySettings settings,
        double ordersPerSecond,
        LogReading reading,
        Verified verified,
        Rebuilt rebuilt,
        List<BackedUp> backups,
        Restored restored,
        Verdict verdict) {
    /** Copies the list. */
    public RecoveryResult {
        backups = List.copyOf(backups);
    }

    /**
     * An audit that found nothing wrong.
     *
     * @param seconds of the whole command.
     * @param records read.
     * @param rows of the read models that were compared.
     * @param peakBytes the most memory that the process ever occupied.
     */
    public record Verified(double seconds, long records, long rows, long peakBytes) {}

    /**
     * A bare consumer, records and rows a second.
     *
     * @param rate records, all in all.
     * @param decodeRate records, of its reading and decoding alone.
     * @param copyRate rows, of its copying alone.
     */
    public record Bare(double rate, double decodeRate, double copyRate) {}

    /**
     * A rebuild that came to the same rows.
     *
     * @param records that went into the new version.
     * @param fillSeconds that took.
     * @param seconds of the whole command, with its start and a comparison.
     * @param rows that were compared and equal afterwards.
     * @param compareSeconds of the comparison afterwards, as a command.
     * @param peakBytes the most memory that the process ever occupied.
     * @param orders that came meanwhile.
     * @param bare consumer that decodes the same topics and copies the same rows, with the machine for itself.
     * @param bareBeside the same beside as many orders and queries as the rebuild.
     * @param quiet what was asked of the mart without it, orders flowing at the same rate.
     * @param beside the same while it ran.
     */
    public record Rebuilt(
            long records,
            double fillSeconds,
            double seconds,
            long rows,
            double compareSeconds,
            long peakBytes,
            int orders,
            Bare bare,
            Bare bareBeside,
            Map<MartQuery, Answered> quiet,
            Map<MartQuery, Answered> beside) {
        /** Copies both. */
        public Rebuilt {
            quiet = Map.copyOf(quiet);
            beside = Map.copyOf(beside);
        }

        /** Records a second. */
        public double rate() {
            return records / fillSeconds;
        }

        /** What came of one query without it. */
        public Answered quiet(MartQuery query) {
            return Objects.requireNonNull(quiet.get(query));
        }

        /** What came of one query while it ran. */
        public Answered beside(MartQuery query) {
            return Objects.requireNonNull(beside.get(query));
        }
    }

    /**
     * A backup.
     *
     * @param seconds of the whole command.
     * @param copiedRecords that were new.
     * @param copiedBytes of the files that it wrote.
     * @param records of the whole backup.
     * @param bytes of the whole backup.
     * @param standstill for how long services decided nothing.
     */
    public record BackedUp(
            double seconds, long copiedRecords, long copiedBytes, long records, long bytes, Duration standstill) {}

    /**
     * A restore after which nothing was wrong, and nothing was done to the outside world again.
     *
     * @param emptySeconds until broker, database and registry were ready, empty.
     * @param seconds of the command.
     * @param records that it wrote.
     * @param readySeconds from then until all services were ready.
     * @param quietSeconds from then until all was quiet, read models included.
     * @param ledgers what the outside world had written down, before and after.
     * @param verified afterwards.
     */
    public record Restored(
            double emptySeconds,
            double seconds,
            long records,
            double readySeconds,
            double quietSeconds,
            LedgerSizes ledgers,
            Verified verified) {
        /** From nothing to everything. */
        public double allSeconds() {
            return emptySeconds + seconds + readySeconds + quietSeconds;
        }
    }
}
