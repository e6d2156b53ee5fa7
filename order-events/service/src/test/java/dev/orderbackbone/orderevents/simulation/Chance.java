package dev.orderbackbone.orderevents.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** All randomness of a world. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** True with that probability. */
    boolean in(double probability) {
        return random.nextDouble() < probability;
    }

    /** From least to most, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double upTo(double most) {
        return random.nextDouble() * most;
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
