package dev.orderbackbone.orderevents.simulation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Something happened that must never happen. */
final class LawBroken extends RuntimeException {
    LawBroken(String law) {
        super(law);
    }

    /** The law is put together from its parts only when it is broken. */
    static void unless(boolean kept, Object... law) {
        if (!kept) {
            throw new LawBroken(Arrays.stream(law).map(String::valueOf).collect(Collectors.joining()));
        }
    }
}
