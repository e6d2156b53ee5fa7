package dev.orderbackbone.simulators.faults;

/** Reproducible chance: FNV-1a over the inputs, mixed by the finaliser of SplitMix64. */
public final class Dice {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final double FRACTIONS = 0x1p53;

    private Dice() {}

    /** A number from 0 up to but not including 100, equally likely. */
    public static double percent(long seed, String key, int attempt, String what) {
        return 100 * ((roll(seed, key, attempt, what) >>> 11) / FRACTIONS);
    }

    /** A number from 0 to the highest, both included, equally likely. */
    static long upTo(long highest, long seed, String key, int attempt, String what) {
        return Long.remainderUnsigned(roll(seed, key, attempt, what), highest + 1);
    }

    private static long roll(long seed, String key, int attempt, String what) {
        return mix(add(add(FNV_OFFSET, what) * 31 + attempt, key) ^ mix(seed));
    }

    private static long add(long hash, String text) {
        long next = hash;
        for (int i = 0; i < text.length(); i++) {
            next = (next ^ text.charAt(i)) * FNV_PRIME;
        }
        return next;
    }

    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
