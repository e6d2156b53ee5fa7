package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.LogRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What one pool decided, as far as one desk has seen it, in the order in which it was seen: some 45 bytes for each event and 8 for each line.
 */
final class PoolLog {
    /** Kinds of events. */
    enum Kind {
        RECEIVED,
        ADJUSTED,
        RESERVED,
        REFUSED,
        RELEASED,
        CONSUMED,
        RETURNED
    }

    private final Longs sequences = new Longs();
    private final Longs places = new Longs();
    private final Longs ids = new Longs();
    private final List<Kind> kinds = new ArrayList<>();
    private final BitSet settled = new BitSet();
    private final Ints orders = new Ints();
    private final Ints starts = new Ints();
    private final Ints skus = new Ints();
    private final Ints quantities = new Ints();

    /** Begins an event, whose lines are added next. */
    void event(LogRecord record, Kind kind, long sequence, int order, long id) {
        sequences.add(sequence);
        places.add(PackedPlace.of(record));
        ids.add(id);
        settled.set(kinds.size(), record.settled());
        kinds.add(kind);
        orders.add(order);
        starts.add(skus.size());
    }

    /** Adds a line to the latest event. */
    void line(int sku, int quantity) {
        skus.add(sku);
        quantities.add(quantity);
    }

    int size() {
        return sequences.size();
    }

    long sequenceOf(int event) {
        return sequences.get(event);
    }

    long placeOf(int event) {
        return places.get(event);
    }

    /** Hash of the receipt, adjustment, shipment or return. */
    long idOf(int event) {
        return ids.get(event);
    }

    Kind kindOf(int event) {
        return kinds.get(event);
    }

    boolean isSettled(int event) {
        return settled.get(event);
    }

    int orderOf(int event) {
        return orders.get(event);
    }

    int firstLineOf(int event) {
        return starts.get(event);
    }

    int lastLineOf(int event) {
        return (event + 1 == size() ? skus.size() : starts.get(event + 1)) - 1;
    }

    int skuOf(int line) {
        return skus.get(line);
    }

    int quantityOf(int line) {
        return quantities.get(line);
    }
}
