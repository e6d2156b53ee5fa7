package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.check.Verdict;
import dev.orderbackbone.benchmarks.contender.Side;

/**
 * What came out for one contender besides its measurements.
 *
 * @param costs of the last repetition of the maximum.
 * @param confirmedInCosts orders of that repetition that were confirmed.
 */
public record Findings(Side side, Verdict verdict, CostSheet costs, int confirmedInCosts) {}
