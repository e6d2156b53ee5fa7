package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.check.Check;
import dev.orderbackbone.benchmarks.check.Evidence;
import dev.orderbackbone.benchmarks.check.Outcome;
import dev.orderbackbone.benchmarks.check.Verdict;
import dev.orderbackbone.benchmarks.contender.Contender;
import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.cost.MachineSpeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run. Contenders take turns, so that a machine that becomes slower becomes slower for both; whoever is not at it is paused and takes no CPU.
 */
public final class Benchmark {
    private static final double PERCENT = 100;

    private final RunSettings settings;
    private final List<Turns> all;
    private final Telling telling;
    private final List<Measurement> measurements = new ArrayList<>();
    private @Nullable Turns active;

    /** Contenders that are started. */
    public Benchmark(RunSettings settings, List<Contender> contenders, Path folder, Telling telling) {
        this.settings = settings;
        this.telling = telling;
        MachineSpeed speed = new MachineSpeed();
        this.all = contenders.stream()
                .map(contender -> new Turns(contender, settings, folder, speed, telling))
                .toList();
    }

    /**
     * Measures everything.
     *
     * @throws BenchFailure if a contender stands still, or what it did was not right: then there is no result.
     */
    public BenchResult run() throws InterruptedException {
        for (Turns turns : all) {
            activate(turns);
            turns.warmUp(settings.warmUp());
        }
        max();
        closed(Stage.HOT);
        half();
        open(Stage.RATE, settings.ratePerSecond());
        sweep();
        Map<Side, Findings> findings = new EnumMap<>(Side.class);
        for (Turns turns : all) {
            activate(turns);
            findings.put(turns.side(), check(turns));
        }
        return new BenchResult(settings, measurements, findings);
    }

    /** The last repetition is the one whose costs are read. */
    private void max() throws InterruptedException {
        for (int repetition = 1; repetition < settings.repetitions(); repetition++) {
            each(turns -> turns.closed(Stage.MAX));
        }
        each(Turns::closedWithCosts);
    }

    private void closed(Stage stage) throws InterruptedException {
        repeated(stage, turns -> turns.closed(stage));
    }

    private void half() throws InterruptedException {
        repeated(Stage.HALF, turns -> turns.open(Stage.HALF, maximumOf(turns) / 2));
    }

    private void open(Stage stage, double ratePerSecond) throws InterruptedException {
        repeated(stage, turns -> turns.open(stage, ratePerSecond));
    }

    private void sweep() throws InterruptedException {
        if (settings.stages().contains(Stage.SWEEP)) {
            for (int percent : settings.sweep()) {
                each(turns -> turns.open(Stage.SWEEP, maximumOf(turns) * percent / PERCENT));
            }
        }
    }

    @FunctionalInterface
    private interface Turn {
        Measurement take(Turns turns) throws InterruptedException;
    }

    private void repeated(Stage stage, Turn turn) throws InterruptedException {
        if (settings.stages().contains(stage)) {
            for (int repetition = 0; repetition < settings.repetitions(); repetition++) {
                each(turn);
            }
        }
    }

    private void each(Turn turn) throws InterruptedException {
        for (Turns turns : all) {
            activate(turns);
            measurements.add(turn.take(turns));
        }
    }

    private void activate(Turns turns) throws InterruptedException {
        if (active == turns) {
            return;
        }
        if (active != null) {
            active.pause();
        }
        turns.wakeUp();
        active = turns;
    }

    private double maximumOf(Turns turns) {
        return BenchResult.median(
                        measurements.stream().filter(each -> each.side() == turns.side() && each.stage() == Stage.MAX),
                        each -> each.times().rate())
                .orElseThrow();
    }

    private Findings check(Turns turns) throws InterruptedException {
        turns.contender().awaitQuiet();
        Evidence evidence = turns.contender().evidence();
        Verdict verdict = Check.of(turns.sent(), evidence);
        if (!verdict.isGood()) {
            throw new BenchFailure(turns.side().key() + " did not do what it should, so there is no result: "
                    + String.join("; ", verdict.problems()));
        }
        telling.say(turns.side().key() + " checked: " + verdict);
        CostSheet costs = turns.costs().orElseThrow();
        int confirmed = (int) evidence.orders().stream()
                .filter(row ->
                        row.outcome() == Outcome.CONFIRMED && costs.segment().has(row.number()))
                .count();
        return new Findings(turns.side(), verdict, costs, confirmed);
    }
}
