package dev.orderbackbone.operator.verify.invariant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 64-bit hashes, to keep in place of ids. Not for use against somebody who chooses ids to collide; among 10⁷ honest ones, two are alike with a
 * probability of 3·10⁻⁶.
 */
final class Hash64 {
    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;
    private static final long FIRST = 0xbf58_476d_1ce4_e5b9L;
    private static final long SECOND = 0x94d0_49bb_1331_11ebL;

    private Hash64() {}

    static long of(@Nullable String text) {
        if (text == null) {
            return GOLDEN;
        }
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * GOLDEN;
            hash ^= hash >>> 32;
        }
        return finish(hash);
    }

    static long of(Enum<?> symbol) {
        return of(symbol.name());
    }

    static long of(UUID id) {
        return mix(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** Of both, in this order. */
    static long mix(long first, long second) {
        return finish(finish(first + GOLDEN) + second);
    }

    /** Of all, in this order. */
    static long mix(long first, long second, long... others) {
        long hash = mix(first, second);
        for (long other : others) {
            hash = mix(hash, other);
        }
        return hash;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): a bijection that spreads every bit over all others. */
    private static long finish(long bits) {
        long hash = (bits ^ bits >>> 30) * FIRST;
        hash = (hash ^ hash >>> 27) * SECOND;
        return hash ^ hash >>> 31;
    }
}
