package dev.orderbackbone.operator.verify.invariant;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers orders 0, 1, ... in the order in which they are met, in 28 bytes for each: facts can then stand in arrays. An order id is 24 digits of
 * base 32, which is two words; anything else that stands in its place is kept as it is.
 */
public final class OrderIndex {
    /** What {@link #find} says of an order that has not been met. */
    public static final int UNKNOWN = -1;

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 24;
    private static final int HALF = LENGTH / 2;
    private static final int BITS = 5;
    private static final byte[] VALUES = values();
    private static final long NOT_AN_ID = -1;
    private static final int FIRST_SIZE = 1 << 10;

    private long[] high = new long[FIRST_SIZE];
    private long[] low = new long[FIRST_SIZE];
    private int[] table = new int[FIRST_SIZE * 2];
    private final Map<String, Integer> others = new HashMap<>();
    private final Map<Integer, String> namesOfOthers = new HashMap<>();
    private int size;

    /** The number of the order with this id, which is a new one where it has not been met. */
    public int add(byte[] id) {
        long highWord = word(id, 0);
        long lowWord = word(id, HALF);
        if (highWord == NOT_AN_ID || lowWord == NOT_AN_ID) {
            return others.computeIfAbsent(new String(id, UTF_8), this::addOther);
        }
        int slot = slotOf(highWord, lowWord);
        if (table[slot] == 0) {
            table[slot] = append(highWord, lowWord) + 1;
            int added = table[slot] - 1;
            growTable();
            return added;
        }
        return table[slot] - 1;
    }

    /** The number of the order with this id, which is a new one where it has not been met. */
    public int add(String id) {
        return add(id.getBytes(UTF_8));
    }

    /** The number of the order with this id, or {@link #UNKNOWN}. */
    public int find(String id) {
        byte[] bytes = id.getBytes(UTF_8);
        long highWord = word(bytes, 0);
        long lowWord = word(bytes, HALF);
        if (highWord == NOT_AN_ID || lowWord == NOT_AN_ID) {
            return others.getOrDefault(id, UNKNOWN);
        }
        return table[slotOf(highWord, lowWord)] - 1;
    }

    /** Orders met. */
    public int size() {
        return size;
    }

    /** The id of an order. */
    public String idOf(int order) {
        String other = namesOfOthers.get(order);
        if (other != null) {
            return other;
        }
        byte[] digits = new byte[LENGTH];
        write(high[order], digits, 0);
        write(low[order], digits, HALF);
        return new String(digits, ISO_8859_1);
    }

    private int addOther(String id) {
        namesOfOthers.put(size, id);
        return append(NOT_AN_ID, NOT_AN_ID);
    }

    private int append(long highWord, long lowWord) {
        if (size == high.length) {
            high = Arrays.copyOf(high, size + (size >> 1));
            low = Arrays.copyOf(low, high.length);
        }
        high[size] = highWord;
        low[size] = lowWord;
        return size++;
    }

    private void growTable() {
        if (size * 2L < table.length) {
            return;
        }
        table = new int[table.length * 2];
        for (int order = 0; order < size; order++) {
            if (high[order] != NOT_AN_ID) {
                table[slotOf(high[order], low[order])] = order + 1;
            }
        }
    }

    private int slotOf(long highWord, long lowWord) {
        int mask = table.length - 1;
        int slot = (int) Hash64.mix(highWord, lowWord) & mask;
        while (table[slot] != 0 && !isAt(table[slot] - 1, highWord, lowWord)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int order, long highWord, long lowWord) {
        return high[order] == highWord && low[order] == lowWord;
    }

    private static long word(byte[] id, int from) {
        if (id.length != LENGTH) {
            return NOT_AN_ID;
        }
        long word = 0;
        for (int i = from; i < from + HALF; i++) {
            int value = id[i] < 0 ? NOT_A_DIGIT : VALUES[id[i]];
            if (value == NOT_A_DIGIT) {
                return NOT_AN_ID;
            }
            word = word << BITS | value;
        }
        return word;
    }

    private static void write(long word, byte[] digits, int from) {
        long rest = word;
        for (int i = from + HALF - 1; i >= from; i--) {
            digits[i] = (byte) DIGITS.charAt((int) rest & ((1 << BITS) - 1));
            rest >>>= BITS;
        }
    }

    private static final int NOT_A_DIGIT = -1;

    private static byte[] values() {
        byte[] values = new byte[1 << 7];
        Arrays.fill(values, (byte) NOT_A_DIGIT);
        for (int value = 0; value < DIGITS.length(); value++) {
            values[DIGITS.charAt(value)] = (byte) value;
        }
        return values;
    }
}
