package dev.orderbackbone.operator.verify.invariant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what several desks have seen of one pool in the order in which the pool decided, and folds it. */
final class PoolAudit {
    private static final int EVENT_BITS = 28;
    private static final long MOST_SEQUENCE = 1L << (Long.SIZE - 1 - EVENT_BITS);

    private final String pool;
    private final List<Source> sources = new ArrayList<>();
    private final StockLevelClaims levels = new StockLevelClaims();

    PoolAudit(String pool) {
        this.pool = pool;
    }

    /** What one desk has seen; the slice is null for stock that has nothing to do with orders. */
    private record Source(PoolLog log, @Nullable Slice slice, PerOrder<HeldStock> held, int start) {}

    /** Complains about an order, or about the pool where no order is concerned. */
    @FunctionalInterface
    interface Complaints {
        Complaint about(String subject);
    }

    void add(PoolLog log, @Nullable Slice slice) {
        sources.add(new Source(log, slice, new PerOrder<>(HeldStock::new), size()));
    }

    StockLevelClaims levels() {
        return levels;
    }

    /** Events. */
    int size() {
        return sources.isEmpty()
                ? 0
                : sources.getLast().start() + sources.getLast().log().size();
    }

    /**
     * Folds all events up to the first gap in the pool's sequence, which is a violation if anything settled stands behind it.
     *
     * @return the stock afterwards.
     */
    PoolFold fold(SkuNames skus, Complaints complaints) {
        PoolFold fold = new PoolFold(skus);
        levels.sort();
        long[] inOrder = inOrder(complaints);
        long sequence = 0;
        for (int i = 0; i < inOrder.length; i++) {
            long next = inOrder[i] >>> EVENT_BITS;
            if (next > sequence + 1) {
                judgeGap(inOrder, i, sequence + 1, complaints);
                if (!isAnySettled(inOrder, i)) {
                    return fold;
                }
            }
            if (next == sequence) {
                complain(inOrder[i], complaints, "pool sequence " + next + " once", "used again");
            }
            compareLevels(fold, next - 1, complaints);
            apply(fold, inOrder[i], complaints);
            sequence = next;
        }
        compareLevels(fold, Long.MAX_VALUE, complaints);
        return fold;
    }

    /** Levels that were told between two decisions must agree with the earlier one. */
    private void compareLevels(PoolFold fold, long upTo, Complaints complaints) {
        for (int claim = levels.takeUpTo(upTo); claim >= 0; claim = levels.takeUpTo(upTo)) {
            fold.compare(levels, claim, complaints.about(pool));
        }
    }

    private void apply(PoolFold fold, long packed, Complaints complaints) {
        Source source = sourceOf(packed);
        int event = eventOf(packed, source);
        int order = source.log().orderOf(event);
        HeldStock held =
                order == Desk.NO_ORDER ? new HeldStock() : source.held().at(order);
        fold.apply(source.log(), event, held, complaints.about(subjectOf(source, event)));
    }

    private void judgeGap(long[] inOrder, int from, long missing, Complaints complaints) {
        if (isAnySettled(inOrder, from)) {
            complain(
                    inOrder[from],
                    complaints,
                    "pool sequence " + missing,
                    "pool sequence " + (inOrder[from] >>> EVENT_BITS));
        }
    }

    private boolean isAnySettled(long[] inOrder, int from) {
        for (int i = from; i < inOrder.length; i++) {
            Source source = sourceOf(inOrder[i]);
            if (source.log().isSettled(eventOf(inOrder[i], source))) {
                return true;
            }
        }
        return false;
    }

    private void complain(long packed, Complaints complaints, String expected, String seen) {
        Source source = sourceOf(packed);
        int event = eventOf(packed, source);
        complaints
                .about(subjectOf(source, event))
                .raise("pool " + pool + ": " + expected, seen, source.log().placeOf(event));
    }

    /** Sequence and number of each event in one word, so that they sort without objects. */
    private long[] inOrder(Complaints complaints) {
        Longs packed = new Longs();
        for (Source source : sources) {
            for (int event = 0; event < source.log().size(); event++) {
                long sequence = source.log().sequenceOf(event);
                if (sequence < 1 || sequence >= MOST_SEQUENCE) {
                    complaints
                            .about(subjectOf(source, event))
                            .raise(
                                    "a pool sequence of 1 or more",
                                    Long.toString(sequence),
                                    source.log().placeOf(event));
                } else {
                    packed.add(sequence << EVENT_BITS | (source.start() + event));
                }
            }
        }
        return packed.sorted();
    }

    private Source sourceOf(long packed) {
        int number = (int) packed & ((1 << EVENT_BITS) - 1);
        int index = sources.size() - 1;
        while (sources.get(index).start() > number) {
            index--;
        }
        return sources.get(index);
    }

    private static int eventOf(long packed, Source source) {
        return ((int) packed & ((1 << EVENT_BITS) - 1)) - source.start();
    }

    private String subjectOf(Source source, int event) {
        Slice slice = source.slice();
        int order = source.log().orderOf(event);
        return slice == null || order == Desk.NO_ORDER ? pool : slice.orders().idOf(order);
    }
}
