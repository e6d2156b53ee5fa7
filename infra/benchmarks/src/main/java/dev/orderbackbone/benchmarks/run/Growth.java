package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.check.Check;
import dev.orderbackbone.benchmarks.check.Verdict;
import dev.orderbackbone.benchmarks.contender.ours.OurStack;
import dev.orderbackbone.benchmarks.cost.MachineSpeed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Measures the same load with more and more orders stored, and how services start then. */
public final class Growth {
    private final OurStack stack;
    private final RunSettings settings;
    private final List<Integer> levels;
    private final Turns turns;
    private final Telling telling;

    /**
     * A stack that is started.
     *
     * @param levels orders that are to be stored before each measurement, ascending.
     * @param folder on the device whose written bytes count.
     */
    public Growth(OurStack stack, RunSettings settings, List<Integer> levels, Path folder, Telling telling) {
        this.stack = stack;
        this.settings = settings;
        this.levels = List.copyOf(levels);
        this.turns = new Turns(stack, settings, folder, new MachineSpeed(), telling);
        this.telling = telling;
    }

    /**
     * Measures all levels.
     *
     * @throws BenchFailure if the stack stands still, or what it did was not right: then there is no result.
     */
    public List<GrowthLevel> run() throws InterruptedException {
        List<GrowthLevel> measured = new ArrayList<>();
        turns.warmUp(settings.warmUp());
        for (int level : levels) {
            int missing = level - turns.stored();
            if (missing > 0) {
                turns.warmUp(missing);
            }
            measured.add(level());
        }
        stack.awaitQuiet();
        Verdict verdict = Check.of(turns.sent(), stack.evidence());
        if (!verdict.isGood()) {
            throw new BenchFailure("what was done was not right, so there is no result: " + verdict.problems());
        }
        telling.say("checked: " + verdict);
        return measured;
    }

    private GrowthLevel level() throws InterruptedException {
        int stored = turns.stored();
        List<Measurement> measurements = new ArrayList<>();
        for (int repetition = 0; repetition < settings.repetitions(); repetition++) {
            measurements.add(turns.closed(Stage.MAX));
        }
        SequencedMap<String, GrowthLevel.Start> starts = new LinkedHashMap<>();
        for (String service : stack.services()) {
            stack.awaitQuiet();
            long bytes = stack.stateBytes(service);
            Duration kept = stack.restart(service);
            stack.awaitQuiet();
            Duration restored = stack.restartWithoutState(service);
            starts.put(service, new GrowthLevel.Start(bytes, kept, restored));
            telling.say(service + " with " + bytes + " bytes of state: ready after " + kept.toMillis() + " ms, after "
                    + restored.toMillis() + " ms without its state");
        }
        turns.warmUp(settings.warmUp()); // new processes have compiled nothing
        return new GrowthLevel(stored, measurements, starts);
    }
}
