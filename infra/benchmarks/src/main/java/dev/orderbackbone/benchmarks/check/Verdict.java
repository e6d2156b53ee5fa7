package dev.orderbackbone.benchmarks.check;

import java.util.List;
import java.util.Map;

/**
 * What the check came to.
 *
 * @param outcomes how many orders ended so.
 * @param problems what is wrong, a sentence each; empty when nothing is.
 */
public record Verdict(int orders, Map<Outcome, Integer> outcomes, List<String> problems) {
    public Verdict {
        outcomes = Map.copyOf(outcomes);
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong. */
    public boolean isGood() {
        return problems.isEmpty();
    }

    /** One line. */
    @Override
    public String toString() {
        return orders + " orders: " + outcomes.getOrDefault(Outcome.CONFIRMED, 0) + " confirmed, "
                + outcomes.getOrDefault(Outcome.OUT_OF_STOCK, 0) + " out of stock, "
                + outcomes.getOrDefault(Outcome.DECLINED, 0) + " declined";
    }
}
