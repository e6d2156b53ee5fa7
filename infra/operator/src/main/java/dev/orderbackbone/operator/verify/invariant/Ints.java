package dev.orderbackbone.operator.verify.invariant;

import java.util.Arrays;

/** A growing list of 32-bit numbers. */
final class Ints {
    private static final int FIRST_SIZE = 8;

    private int[] numbers = new int[FIRST_SIZE];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    int get(int index) {
        return numbers[index];
    }

    void set(int index, int number) {
        numbers[index] = number;
    }

    int size() {
        return size;
    }
}
