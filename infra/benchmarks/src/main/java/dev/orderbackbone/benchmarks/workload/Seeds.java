package dev.orderbackbone.benchmarks.workload;

import java.util.List;
import java.util.SplittableRandom;

/** What an order's number stands for, before its lines and after them. */
final class Seeds {
    static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private static final long SEED = 0x5eedL;
    private static final int FIRST_CUSTOMER = 1_000_000;
    private static final int CUSTOMERS = 100_000;
    private static final int HOUSES = 200;

    private Seeds() {}

    /** The randomness of one order. */
    static SplittableRandom of(int number) {
        return new SplittableRandom(SEED + number * GOLDEN_RATIO);
    }

    /** The order whose lines were drawn from {@code random}; the rest of it is drawn now. */
    static SampleOrder order(int number, SplittableRandom random, List<SampleLine> lines) {
        String customerId = "c-" + (FIRST_CUSTOMER + random.nextInt(CUSTOMERS));
        String shipTo = (1 + random.nextInt(HOUSES)) + " Harbour Street, 20457 Hamburg, DE";
        return new SampleOrder(number, customerId, shipTo, lines);
    }
}
