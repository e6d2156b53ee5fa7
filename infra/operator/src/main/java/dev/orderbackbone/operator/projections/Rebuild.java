package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.projection.operations.Comparison;
import dev.orderbackbone.projection.operations.Pace;
import dev.orderbackbone.projection.operations.Rebuilt;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.projection.operations.Versions;
import dev.orderbackbone.schemas.Topic.Retention;
import dev.orderbackbone.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Fills a version beside the live one, and compares the two. */
final class Rebuild implements Change {
    private final ReadModelsOf readModels;
    private final @Nullable Integer wanted;
    private final Pace pace;
    private final SourceLog log;

    /** Of {@code wanted}, or where that is null of the one that was begun, else of the next one. */
    Rebuild(ReadModelsOf readModels, @Nullable Integer wanted, Pace pace, SourceLog log) {
        this.readModels = readModels;
        this.wanted = wanted;
        this.pace = pace;
        this.log = log;
    }

    @Override
    public String command() {
        return "projections rebuild";
    }

    @Override
    public String target() {
        return Targets.READ_MODELS;
    }

    @Override
    public Plan plan() throws InterruptedException {
        return readModels.ask(operations -> {
            Versions versions = operations.versions();
            int version = versions.toRebuild(wanted);
            VersionStatus live = versions.live();
            Map<TopicPartition, Long> begun = versions.positionsOf(version);
            Map<TopicPartition, Long> beginnings =
                    log.beginnings(live.positions().keySet());
            String does = (begun.isEmpty() ? "fill " : "go on filling ") + VersionStatus.nameOf(version) + " beside "
                    + live.name() + ", and compare the two";
            Ahead ahead = Ahead.between(begun, live.positions(), log);
            Duration estimate = Estimates.ofProjecting(ahead.tally().records(), pace.percentAtWork())
                    .plus(Estimates.ofComparing(live.records()));
            List<String> warnings = ahead.notes();
            warnings.addAll(warnings(versions, version, beginnings));
            return new Plan(does, ahead.tally().parts(), ahead.tally().orders(), Optional.of(estimate), warnings);
        });
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        return readModels.ask(operations -> {
            int version = operations.versions().toRebuild(wanted);
            Rebuilt rebuilt =
                    operations.rebuild(version, pace, (done, total) -> progress.at("offsets of the log", done, total));
            Comparison comparison = rebuilt.comparison();
            SequencedMap<String, Long> counts = new LinkedHashMap<>();
            counts.put("records read", rebuilt.records());
            counts.put("rows in " + VersionStatus.nameOf(version), comparison.rowsOfOther());
            counts.put("tables equal to those of " + VersionStatus.nameOf(comparison.one()), comparison.equalTables());
            return new Outcome(counts, comparison.differences());
        });
    }

    private static List<String> warnings(Versions versions, int version, Map<TopicPartition, Long> beginnings) {
        List<String> warnings = new ArrayList<>();
        beginnings.forEach((partition, beginning) -> {
            if (beginning > 0 && Topics.named(partition.topic()).retention() == Retention.FOREVER) {
                warnings.add("the log does not hold what stood before offset " + beginning + " of " + partition
                        + ": the new version will not have it");
            }
        });
        if (!versions.live().code().hasTablesOfThisRelease()) {
            warnings.add(versions.live().name()
                    + " was made by a release with other tables: what both have is compared, the rest is named");
        }
        versions.all().stream()
                .filter(other -> other.version() != version && !other.isComplete())
                .forEach(other -> warnings.add(other.name() + " is not filled, and stays as it is: it may be dropped"));
        return warnings;
    }
}
