package dev.orderbackbone.operator.verify.invariant;

import java.util.Arrays;

/** A growing list of 64-bit numbers. */
final class Longs {
    private static final int FIRST_SIZE = 8;

    private long[] numbers = new long[FIRST_SIZE];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    long get(int index) {
        return numbers[index];
    }

    void set(int index, long number) {
        numbers[index] = number;
    }

    int size() {
        return size;
    }

    /** A copy, sorted. */
    long[] sorted() {
        long[] copy = Arrays.copyOf(numbers, size);
        Arrays.sort(copy);
        return copy;
    }
}
