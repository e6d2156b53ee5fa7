package dev.orderbackbone.operator.verify;

import java.util.Arrays;

/**
 * A part of the orders of one partition, by their keys.
 *
 * @param number from 0 on.
 * @param count of all parts, 1 or more.
 */
record Part(int number, int count) {
    private static final int GOLDEN = 0x9e37_79b9;

    boolean has(byte[] key) {
        return count == 1 || ((Arrays.hashCode(key) * GOLDEN) >>> 1) % count == number;
    }
}
