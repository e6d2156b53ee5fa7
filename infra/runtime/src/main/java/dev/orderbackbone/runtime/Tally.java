package dev.orderbackbone.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the inputs from one partition of one topic. It is stored in the same transaction as the consumer's position, so that an auditor
 * can check that every input was counted exactly once.
 *
 * @param effects inputs that changed state or led to a message.
 * @param parked inputs that were parked.
 * @param ignored inputs that rightly changed nothing, by reason.
 */
public record Tally(long effects, long parked, List<IgnoredCount> ignored) {
    /** Nothing counted yet. */
    public static final Tally NONE = new Tally(0, 0, List.of());

    /** One more input with an effect. */
    public Tally plusEffect() {
        return new Tally(effects + 1, parked, ignored);
    }

    /** One more parked input. */
    public Tally plusParked() {
        return new Tally(effects, parked + 1, ignored);
    }

    /** One more ignored input. */
    public Tally plusIgnored(String why) {
        List<IgnoredCount> counts = new ArrayList<>(ignored);
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i).why().equals(why)) {
                counts.set(i, new IgnoredCount(why, counts.get(i).count() + 1));
                return new Tally(effects, parked, List.copyOf(counts));
            }
        }
        counts.add(new IgnoredCount(why, 1));
        return new Tally(effects, parked, List.copyOf(counts));
    }

    /** All inputs counted. */
    public long total() {
        return effects
                + parked
                + ignored.stream().mapToLong(IgnoredCount::count).sum();
    }
}
