package dev.orderbackbone.benchmarks.workload;

import java.util.List;
import java.util.SplittableRandom;

/** Everybody wants the same thing: each order has one line, of the first SKU, which never runs out. */
public final class HotSkuOrders implements Workload {
    private static final int HOT = 0;
    private static final int MOST_UNITS = 3;

    @Override
    public SampleOrder order(int number) {
        SplittableRandom random = Seeds.of(number);
        SampleLine line = new SampleLine(HOT, 1 + random.nextInt(MOST_UNITS), Skus.priceMinor(HOT));
        return Seeds.order(number, random, List.of(line));
    }

    @Override
    public boolean isScarce(int number) {
        return false;
    }
}
