package dev.orderbackbone.operator.whatif;

import java.util.EnumMap;
import java.util.Map;

/** How much could not be compared, by reason. One thread. */
final class Counts {
    private final Map<Reason, Long> byReason = new EnumMap<>(Reason.class);

    void add(Reason reason, long more) {
        if (more > 0) {
            byReason.merge(reason, more, Long::sum);
        }
    }

    void add(Counts others) {
        others.byReason.forEach(this::add);
    }

    Map<Reason, Long> byReason() {
        return Map.copyOf(byReason);
    }
}
