package dev.orderbackbone.operator.verify.invariant;

import java.util.Arrays;

/** What one pool holds, or held, for one order. */
final class HeldStock {
    private int[] skus = new int[0];
    private int[] open = new int[0];
    private int[] consumed = new int[0];
    private long[] ids = new long[0];
    private boolean answered;
    private boolean released;

    /** Whether the pool has reserved for the order, or refused to. */
    boolean isAnswered() {
        return answered;
    }

    boolean isReleased() {
        return released;
    }

    void answered() {
        answered = true;
    }

    void reserve(int sku, int quantity) {
        int index = indexOf(sku);
        open[index] += quantity;
    }

    /** Takes units out. Returns whether so many were held. */
    boolean consume(int sku, int quantity) {
        int index = indexOf(sku);
        open[index] -= quantity;
        consumed[index] += quantity;
        return open[index] >= 0;
    }

    /** Gives units back to the shelf. Returns whether so many were held. */
    boolean release(int sku, int quantity) {
        int index = indexOf(sku);
        open[index] -= quantity;
        return open[index] >= 0;
    }

    /** Takes units that were consumed back. Returns whether so many were. */
    boolean takeBack(int sku, int quantity) {
        int index = indexOf(sku);
        consumed[index] -= quantity;
        return consumed[index] >= 0;
    }

    void released() {
        released = true;
    }

    long openUnits() {
        long sum = 0;
        for (int quantity : open) {
            sum += quantity;
        }
        return sum;
    }

    /** Notes a shipment or return. Returns whether it is new. */
    boolean note(long id) {
        for (long known : ids) {
            if (known == id) {
                return false;
            }
        }
        ids = Arrays.copyOf(ids, ids.length + 1);
        ids[ids.length - 1] = id;
        return true;
    }

    private int indexOf(int sku) {
        for (int i = 0; i < skus.length; i++) {
            if (skus[i] == sku) {
                return i;
            }
        }
        skus = Arrays.copyOf(skus, skus.length + 1);
        open = Arrays.copyOf(open, skus.length);
        consumed = Arrays.copyOf(consumed, skus.length);
        skus[skus.length - 1] = sku;
        return skus.length - 1;
    }
}
