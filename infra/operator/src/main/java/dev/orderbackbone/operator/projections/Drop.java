package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.projection.operations.VersionState;
import dev.orderbackbone.projection.operations.VersionStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Deletes a version that is not live. */
final class Drop implements Change {
    private final ReadModelsOf readModels;
    private final int wanted;

    /** Not done yet. */
    Drop(ReadModelsOf readModels, int wanted) {
        this.readModels = readModels;
        this.wanted = wanted;
    }

    @Override
    public String command() {
        return "projections drop";
    }

    @Override
    public String target() {
        return Targets.READ_MODELS;
    }

    @Override
    public Plan plan() throws InterruptedException {
        VersionStatus version =
                readModels.ask(operations -> operations.versions().toDrop(wanted));
        return new Plan(
                "drop " + version.name() + ", " + Words.bytes(version.bytes()),
                List.of(),
                new TreeSet<>(),
                Optional.of(Estimates.ofAMoment()),
                version.state() == VersionState.RETIRED
                        ? List.of("it was live: after this there is no going back to it without a rebuild")
                        : List.of());
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        return readModels.ask(operations -> {
            VersionStatus version = operations.versions().toDrop(wanted);
            operations.drop(version);
            boolean isGone = operations.versions().all().stream().noneMatch(each -> each.version() == wanted);
            return new Outcome(
                    new LinkedHashMap<>(Map.of("bytes set free", version.bytes())),
                    isGone ? List.of() : List.of(version.name() + " is still there"));
        });
    }
}
