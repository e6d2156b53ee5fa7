package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.Ledger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The gateway's ledger by order, in some 60 bytes for each entry. Only what moved money is kept. */
final class LedgerIndex {
    private static final int END = -1;

    private final OrderIndex orders = new OrderIndex();
    private final Ints latestOfOrder = new Ints();
    private final Ints formerOfSameOrder = new Ints();
    private final Ints orderOf = new Ints();
    private final Longs lines = new Longs();
    private final Longs keys = new Longs();
    private final Longs amounts = new Longs();
    private final Longs currencies = new Longs();
    private final List<GatewayOperation> operations = new ArrayList<>();
    private final BitSet claimed = new BitSet();
    private long read;

    /**
     * An entry.
     *
     * @param number of the entry within the index.
     * @param key hash of the idempotency key.
     * @param currency hash of the code.
     */
    record Entry(int number, long line, long key, GatewayOperation operation, long amountMinor, long currency) {}

    private LedgerIndex() {}

    static LedgerIndex read(Ledger<GatewayEffect> ledger) {
        LedgerIndex index = new LedgerIndex();
        try (Stream<GatewayEffect> entries = ledger.open()) {
            entries.forEach(index::add);
        }
        return index;
    }

    private void add(GatewayEffect effect) {
        read = effect.line();
        if (!effect.done()) {
            return;
        }
        int order = orders.add(effect.orderId());
        if (order == latestOfOrder.size()) {
            latestOfOrder.add(END);
        }
        formerOfSameOrder.add(latestOfOrder.get(order));
        latestOfOrder.set(order, orderOf.size());
        orderOf.add(order);
        lines.add(effect.line());
        keys.add(Hash64.of(effect.idempotencyKey()));
        amounts.add(effect.amountMinor());
        currencies.add(Hash64.of(effect.currency()));
        operations.add(effect.operation());
    }

    /** The entries of an order, in the order of the ledger. They count as claimed from now on. */
    List<Entry> claim(String orderId) {
        int order = orders.find(orderId);
        if (order == OrderIndex.UNKNOWN) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (int number = latestOfOrder.get(order); number != END; number = formerOfSameOrder.get(number)) {
            claimed.set(number);
            entries.addFirst(entry(number));
        }
        return entries;
    }

    /** Entries of orders that nobody has asked for. */
    Stream<Entry> unclaimed() {
        return IntStream.range(0, size()).filter(number -> !claimed.get(number)).mapToObj(this::entry);
    }

    String orderOf(Entry entry) {
        return orders.idOf(orderOf.get(entry.number()));
    }

    /** Entries that moved money. */
    int size() {
        return lines.size();
    }

    /** The last line that was read. */
    long lastLine() {
        return read;
    }

    private Entry entry(int number) {
        return new Entry(
                number,
                lines.get(number),
                keys.get(number),
                operations.get(number),
                amounts.get(number),
                currencies.get(number));
    }
}
