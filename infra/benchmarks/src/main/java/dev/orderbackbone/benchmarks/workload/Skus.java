package dev.orderbackbone.benchmarks.workload;

/** What is sold: {@value #AMPLE} SKUs that never run out, then {@value #SCARCE} of which there is one each. Numbered from 0. */
public final class Skus {
    public static final int AMPLE = 10_000;
    public static final int SCARCE = 100;
    public static final int ALL = AMPLE + SCARCE;

    private static final int AMPLE_UNITS = 1_000_000_000;
    private static final int SCARCE_UNITS = 1;
    private static final String ZERO = "sku-00000";

    private Skus() {}

    /** Such as {@code sku-00042}. */
    public static String name(int sku) {
        return Digits.into(ZERO, sku);
    }

    /** The number in a name. */
    public static int number(String name) {
        return Integer.parseInt(name, ZERO.indexOf('0'), name.length(), 10);
    }

    /** Units in stock before the first order. */
    public static int initialUnits(int sku) {
        return sku < AMPLE ? AMPLE_UNITS : SCARCE_UNITS;
    }

    /** Price of one unit, in cents: 100 to 9,999. */
    static long priceMinor(int sku) {
        return 100 + sku * 7919L % 9900;
    }
}
