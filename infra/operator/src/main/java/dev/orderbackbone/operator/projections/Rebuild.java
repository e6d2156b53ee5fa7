package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.projection.operations.Comparison;
import dev.orderbackbone.projection.operations.Pace;
import dev.orderbackbone.projection.operations.Rebuilt;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.projection.operations.Versions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Fills a version beside the live one, and compares the two. */
final class Rebuild implements Change {
    private final ReadModelsOf readModels;
    private final @Nullable Integer wanted;
    private final Pace pace;

    /** Of {@code wanted}, or where that is null of the one that was begun, else of the next one. */
    Rebuild(ReadModelsOf readModels, @Nullable Integer wanted, Pace pace) {
        this.readModels = readModels;
        this.wanted = wanted;
        this.pace = pace;
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
            Optional<VersionStatus> there = versions.all().stream()
                    .filter(each -> each.version() == version)
                    .findFirst();
            String name = VersionStatus.nameOf(version);
            String does = there.map(begun -> "go on filling " + name + " beside " + live.name() + ": "
                            + Words.count(begun.behind(live)) + " offsets of the log are left")
                    .orElseGet(() -> "fill " + name + " beside " + live.name() + " with the whole log, "
                            + Words.count(live.offsets()) + " offsets");
            return new Plan(
                    does + ", and compare the two",
                    List.of(),
                    new TreeSet<>(),
                    Optional.empty(),
                    warnings(versions, version));
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

    private static List<String> warnings(Versions versions, int version) {
        List<String> warnings = new ArrayList<>();
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
