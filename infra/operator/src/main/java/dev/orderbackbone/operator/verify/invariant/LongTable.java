package dev.orderbackbone.operator.verify.invariant;

import java.util.Arrays;

/** Numbers 64-bit hashes 0, 1, ... in the order in which they are added, in some 20 bytes for each. */
final class LongTable {
    static final int ABSENT = -1;
    private static final int FIRST_SIZE = 1 << 10;

    private long[] keys = new long[FIRST_SIZE];
    private int[] slots = new int[FIRST_SIZE * 2];
    private int size;

    /** The number of the key, which is a new one where the key is new: then it equals the size before. */
    int add(long key) {
        int slot = slotOf(key);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 1));
        }
        keys[size] = key;
        slots[slot] = ++size;
        if (size * 2L > slots.length) {
            grow();
        }
        return size - 1;
    }

    /** The number of the key, or {@link #ABSENT}. */
    int find(long key) {
        return slots[slotOf(key)] - 1;
    }

    long keyOf(int number) {
        return keys[number];
    }

    int size() {
        return size;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slotOf(keys[number])] = number + 1;
        }
    }

    private int slotOf(long key) {
        int mask = slots.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
