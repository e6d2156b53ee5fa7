package dev.orderbackbone.operator.verify.evidence;

import java.util.Map;

/**
 * What a consumer says became of the records of one partition.
 *
 * @param effects records that had an effect.
 * @param parked records that were parked.
 * @param ignored records that rightly changed nothing, by reason.
 */
public record TallyRow(long effects, long parked, Map<String, Long> ignored) {
    /** Copies the map. */
    public TallyRow {
        ignored = Map.copyOf(ignored);
    }

    /** All records counted. */
    public long total() {
        return effects
                + parked
                + ignored.values().stream().mapToLong(Long::longValue).sum();
    }
}
