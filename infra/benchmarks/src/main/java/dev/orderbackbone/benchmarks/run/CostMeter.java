package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.contender.Contender;
import dev.orderbackbone.benchmarks.cost.DatabaseCounters;
import dev.orderbackbone.benchmarks.cost.LogEnds;
import dev.orderbackbone.benchmarks.cost.LogGrowth;
import dev.orderbackbone.benchmarks.cost.ProcessTable;
import dev.orderbackbone.benchmarks.cost.TopicCost;
import dev.orderbackbone.benchmarks.load.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what broker and database have counted before and after a segment; both times all is quiet. */
final class CostMeter {
    /** A session of the database tells what it did within a second of its next transaction; the projection has one each second. */
    private static final Duration UNTIL_COUNTED = Duration.ofMillis(2_500);

    private final Contender contender;
    private final boolean countsStatements;
    private final @Nullable LogEnds logBefore;
    private final DatabaseCounters databaseBefore;
    private final long questionsBefore;

    private CostMeter(Contender contender, boolean countsStatements, @Nullable LogEnds log, DatabaseCounters database) {
        this.contender = contender;
        this.countsStatements = countsStatements;
        this.logBefore = log;
        this.databaseBefore = database;
        this.questionsBefore = contender.questionsAsked();
    }

    static CostMeter start(Contender contender, boolean countsStatements) throws InterruptedException {
        Thread.sleep(UNTIL_COUNTED);
        return new CostMeter(
                contender,
                countsStatements,
                logOf(contender),
                DatabaseCounters.now(contender.database(), countsStatements));
    }

    CostSheet stop(Segment segment) throws InterruptedException {
        Thread.sleep(UNTIL_COUNTED);
        long questions = contender.questionsAsked() - questionsBefore;
        DatabaseCounters database = DatabaseCounters.now(contender.database(), countsStatements)
                .since(databaseBefore)
                .without(questions);
        LogEnds logAfter = logOf(contender);
        List<TopicCost> topics = logBefore == null || logAfter == null
                ? List.of()
                : LogGrowth.between(logBefore, logAfter, contender.kafka().orElseThrow());
        return new CostSheet(segment, topics, database, ProcessTable.memoryOf(contender.processes()));
    }

    private static @Nullable LogEnds logOf(Contender contender) throws InterruptedException {
        Optional<Map<String, Object>> kafka = contender.kafka();
        return kafka.isPresent() ? LogEnds.now(kafka.get()) : null;
    }
}
