package dev.orderbackbone.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The usual workload: 1 to 5 lines, SKUs drawn by {@link Zipf}, so that the first one is in about 27 % of the orders; the last line of 3 % of
 * the orders is a scarce SKU.
 */
public final class MixedOrders implements Workload {
    private static final int SCARCE_PERCENT = 3;
    private static final int PERCENT = 100;
    private static final int MOST_LINES = 5;
    private static final int MOST_UNITS = 3;
    private static final Zipf ZIPF = new Zipf(Skus.AMPLE);

    @Override
    public SampleOrder order(int number) {
        SplittableRandom random = Seeds.of(number);
        boolean scarce = isScarce(random);
        int count = 1 + random.nextInt(MOST_LINES);
        List<SampleLine> lines = new ArrayList<>(count);
        while (lines.size() < count) {
            lines.add(scarce && lines.size() == count - 1 ? scarceLine(random) : ampleLine(random, lines));
        }
        return Seeds.order(number, random, lines);
    }

    @Override
    public boolean isScarce(int number) {
        return isScarce(Seeds.of(number));
    }

    private static boolean isScarce(SplittableRandom random) {
        return random.nextInt(PERCENT) < SCARCE_PERCENT;
    }

    private static SampleLine scarceLine(SplittableRandom random) {
        int sku = Skus.AMPLE + random.nextInt(Skus.SCARCE);
        return new SampleLine(sku, 1, Skus.priceMinor(sku));
    }

    private static SampleLine ampleLine(SplittableRandom random, List<SampleLine> before) {
        int sku = ZIPF.draw(random);
        while (has(before, sku)) {
            sku = ZIPF.draw(random);
        }
        return new SampleLine(sku, 1 + random.nextInt(MOST_UNITS), Skus.priceMinor(sku));
    }

    private static boolean has(List<SampleLine> lines, int sku) {
        return lines.stream().anyMatch(line -> line.sku() == sku);
    }
}
