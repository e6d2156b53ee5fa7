package dev.orderbackbone.benchmarks.workload;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws numbers below {@code n} with a probability that falls as 1/rank: the first of 10,000 is 10.2 % of all draws. */
final class Zipf {
    private final double[] cumulative;

    Zipf(int n) {
        cumulative = new double[n];
        double sum = 0;
        for (int rank = 0; rank < n; rank++) {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }
        for (int rank = 0; rank < n; rank++) {
            cumulative[rank] /= sum;
        }
    }

    int draw(SplittableRandom random) {
        int place = Arrays.binarySearch(cumulative, random.nextDouble());
        return Math.min(place < 0 ? -place - 1 : place, cumulative.length - 1);
    }
}
