package dev.orderbackbone.benchmarks.workload;

/** Which payments the gateway declines: 3 % of them, by a hash of the order's number, so the same for every contender. */
public final class Declines {
    private static final int PERCENT = 100;
    private static final int DECLINED_PERCENT = 3;
    private static final int OFFSET = 77;

    private Declines() {}

    /** Whether the payment of the order of that number is declined. */
    public static boolean isDeclined(int number) {
        return Long.remainderUnsigned(mixed(number * Seeds.GOLDEN_RATIO + OFFSET), PERCENT) < DECLINED_PERCENT;
    }

    /** SplitMix64's finalizer. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
