package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What one pool has said of its levels, in the order of the pool's sequence. */
final class StockLevelClaims {
    private final Longs sequences = new Longs();
    private final Longs places = new Longs();
    private final Longs onHand = new Longs();
    private final Longs reserved = new Longs();
    private final Ints skus = new Ints();
    private int[] order = new int[0];
    private int next;

    void add(LogRecord record, int sku, StockLevel level) {
        sequences.add(level.poolSequence());
        places.add(PackedPlace.of(record));
        onHand.add(level.onHand());
        reserved.add(level.reserved());
        skus.add(sku);
    }

    /** Puts them in order. To be called once, when all have been added. */
    void sort() {
        order = IntStream.range(0, sequences.size())
                .boxed()
                .sorted(Comparator.comparingLong(sequences::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Takes the next one at or below the sequence; -1 where there is none. */
    int takeUpTo(long sequence) {
        return next < order.length && sequences.get(order[next]) <= sequence ? order[next++] : -1;
    }

    int size() {
        return sequences.size();
    }

    long sequenceOf(int claim) {
        return sequences.get(claim);
    }

    int skuOf(int claim) {
        return skus.get(claim);
    }

    long onHandOf(int claim) {
        return onHand.get(claim);
    }

    long reservedOf(int claim) {
        return reserved.get(claim);
    }

    long placeOf(int claim) {
        return places.get(claim);
    }
}
