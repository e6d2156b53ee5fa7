package dev.orderbackbone.operator.parking;

import org.jspecify.annotations.Nullable;

/**
 * What a service made of a redrive record.
 *
 * @param fate of the copy that it names; {@link Fate#OUTSTANDING} where nothing came of it.
 * @param ignored why it changed nothing, in the words of the tally; null where it did, or has not been read yet.
 */
public record Answer(Fate fate, @Nullable String ignored) {
    static final Answer PENDING = new Answer(Fate.OUTSTANDING, null);

    static Answer of(Fate fate) {
        return new Answer(fate, null);
    }

    static Answer ignored(String why) {
        return new Answer(Fate.OUTSTANDING, why);
    }

    /** Whether the service has not read it yet. */
    public boolean isPending() {
        return fate == Fate.OUTSTANDING && ignored == null;
    }
}
