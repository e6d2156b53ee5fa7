package dev.orderbackbone.operator.verify.invariant;

/**
 * How many units of which SKUs, in two words: the number of units, and the sum of quantity times hash of the SKU. Two such sums are equal, but for
 * an accident, only when they stand for the same quantities of the same SKUs, whatever lines and pools they came in.
 */
final class Units {
    private long count;
    private long sum;

    void add(long quantity, long skuHash) {
        count += quantity;
        sum += quantity * skuHash;
    }

    boolean equalTo(Units other) {
        return count == other.count && sum == other.sum;
    }

    long count() {
        return count;
    }
}
