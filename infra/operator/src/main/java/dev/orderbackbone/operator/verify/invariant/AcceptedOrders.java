package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.Ledger;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The orders that clients were answered 202 for, and which of them have been found. */
final class AcceptedOrders {
    private final OrderIndex ids = new OrderIndex();
    private final BitSet found = new BitSet();

    private AcceptedOrders() {}

    static AcceptedOrders read(Ledger<String> ledger) {
        AcceptedOrders accepted = new AcceptedOrders();
        try (Stream<String> lines = ledger.open()) {
            lines.forEach(accepted.ids::add);
        }
        return accepted;
    }

    void found(String id) {
        int number = ids.find(id);
        if (number != OrderIndex.UNKNOWN) {
            found.set(number);
        }
    }

    int size() {
        return ids.size();
    }

    /** Those that have not been found. */
    Stream<String> missing() {
        return IntStream.range(0, ids.size())
                .filter(number -> !found.get(number))
                .mapToObj(ids::idOf);
    }
}
