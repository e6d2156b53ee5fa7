package dev.orderbackbone.operator.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What came of a change.
 *
 * @param counts what was done, by name, in the order in which it is told.
 * @param faults what was found not to be as it should, a sentence each; none if all is well.
 */
public record Outcome(SequencedMap<String, Long> counts, List<String> faults) {
    /** Copies both. */
    public Outcome {
        counts = new LinkedHashMap<>(counts);
        faults = List.copyOf(faults);
    }

    /** All is well. */
    public static Outcome done(Map<String, Long> counts) {
        return new Outcome(new LinkedHashMap<>(counts), List.of());
    }

    /** Whether all is as it should be. */
    public boolean isGood() {
        return faults.isEmpty();
    }
}
