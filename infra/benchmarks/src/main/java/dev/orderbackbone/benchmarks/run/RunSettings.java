package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.contender.Side;
import java.util.List;
import java.util.Set;

/**
 * What is measured, and how long.
 *
 * @param sides who takes part.
 * @param stages what is measured.
 * @param isHot whether the orders of all stages want the same SKU.
 * @param warmUp orders before anything is measured.
 * @param orders of each repetition of the maximum.
 * @param hotOrders of each repetition of the maximum with the hot SKU.
 * @param repetitions of every stage, in turns.
 * @param ratePerSecond of the stage RATE.
 * @param seconds of each repetition in an open loop.
 * @param sweep parts of the maximum that the stage SWEEP tries, in percent.
 * @param countsStatements whether the databases count statements, which costs them some percent.
 */
public record RunSettings(
        Set<Side> sides,
        Set<Stage> stages,
        boolean isHot,
        int warmUp,
        int orders,
        int hotOrders,
        int repetitions,
        double ratePerSecond,
        int seconds,
        List<Integer> sweep,
        boolean countsStatements) {
    public RunSettings {
        sides = Set.copyOf(sides);
        stages = Set.copyOf(stages);
        sweep = List.copyOf(sweep);
    }

    /** The maximum of ours alone: as many orders of each stage, and no rate. */
    public static RunSettings ofOurs(Set<Stage> stages, int warmUp, int orders, int repetitions) {
        return new RunSettings(
                Set.of(Side.OURS), stages, false, warmUp, orders, orders, repetitions, 1, 1, List.of(), false);
    }
}
