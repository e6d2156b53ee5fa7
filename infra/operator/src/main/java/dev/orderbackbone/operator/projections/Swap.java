package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.projection.operations.Comparison;
import dev.orderbackbone.projection.operations.ReadModelOperations;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.projection.operations.Versions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/** Lets the mart show another version: a rebuilt one that equals the live one, or the one that was live before. */
final class Swap implements Change {
    private static final int WITHOUT_RESTS = 100;

    private final ReadModelsOf readModels;
    private final String command;
    private final Function<Versions, VersionStatus> choice;
    private final boolean isToBeEqual;
    private final SourceLog log;

    /**
     * Not done yet.
     *
     * @param command that asks for it.
     * @param choice of the version; refuses what must not be.
     * @param isToBeEqual whether it must equal the live one.
     */
    Swap(
            ReadModelsOf readModels,
            String command,
            Function<Versions, VersionStatus> choice,
            boolean isToBeEqual,
            SourceLog log) {
        this.readModels = readModels;
        this.command = command;
        this.choice = choice;
        this.isToBeEqual = isToBeEqual;
        this.log = log;
    }

    @Override
    public String command() {
        return command;
    }

    @Override
    public String target() {
        return Targets.READ_MODELS;
    }

    @Override
    public Plan plan() throws InterruptedException {
        return readModels.ask(operations -> {
            Versions versions = operations.versions();
            VersionStatus version = choice.apply(versions);
            VersionStatus live = versions.live();
            String does = "let the mart show " + version.name() + " instead of " + live.name() + ", after the "
                    + Words.count(version.behind(live)) + " offsets of the log that it is behind"
                    + (isToBeEqual ? ", if the two are equal then" : "");
            Ahead ahead = Ahead.between(version.positions(), live.positions(), log);
            Duration filling = Estimates.ofProjecting(ahead.tally().records(), WITHOUT_RESTS);
            Duration estimate = isToBeEqual ? filling.plus(Estimates.ofComparing(live.records())) : filling;
            return new Plan(does, ahead.tally().parts(), ahead.tally().orders(), Optional.of(estimate), ahead.notes());
        });
    }

    @Override
    public Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException {
        return readModels.ask(operations -> {
            VersionStatus version = choice.apply(operations.versions());
            SequencedMap<String, Long> counts = new LinkedHashMap<>();
            if (isToBeEqual) {
                counts.put("equal rows", requireEqual(operations.compare(version)));
            }
            boolean isGoneOnWith = swap(operations, version, progress);
            VersionStatus live = operations.versions().live();
            counts.put("records in " + live.name() + ", which the mart shows now", live.records());
            return new Outcome(
                    counts,
                    isGoneOnWith
                            ? List.of()
                            : List.of("no projector goes on with " + version.name()
                                    + ": start inventory-projector of this release; until then nothing new is shown"));
        });
    }

    private static boolean swap(ReadModelOperations operations, VersionStatus version, ChangeProgress progress)
            throws InterruptedException {
        return operations.swap(version, (done, total) -> progress.at("offsets of the log", done, total));
    }

    private static long requireEqual(Comparison comparison) {
        if (!comparison.isEqual()) {
            throw new CommandFailure(VersionStatus.nameOf(comparison.other()) + " differs from "
                    + VersionStatus.nameOf(comparison.one()) + ", nothing was swapped. If it is meant to, say "
                    + "--accept-differences, and --reason why." + System.lineSeparator() + "  "
                    + String.join(System.lineSeparator() + "  ", comparison.differences()));
        }
        return comparison.rowsOfOther();
    }
}
