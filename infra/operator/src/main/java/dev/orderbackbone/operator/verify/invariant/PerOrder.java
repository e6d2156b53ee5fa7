package dev.orderbackbone.operator.verify.invariant;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Facts by the number of the order.
 *
 * @param <F> the facts of one order.
 */
final class PerOrder<F> {
    private static final int FIRST_SIZE = 1 << 10;

    private final Supplier<F> fresh;
    private @Nullable Object[] facts = new @Nullable Object[FIRST_SIZE];
    private int end;

    PerOrder(Supplier<F> fresh) {
        this.fresh = fresh;
    }

    /** Is told of the facts of each order. */
    @FunctionalInterface
    interface Visitor<F> {
        void visit(int order, F facts);
    }

    /** The facts of an order; fresh ones where there were none. */
    F at(int order) {
        F known = peek(order);
        return known == null ? add(order) : known;
    }

    /** The facts of an order; null where there are none. */
    @SuppressWarnings("unchecked") // only fresh ones are ever put in
    @Nullable
    F peek(int order) {
        return order < facts.length ? (F) facts[order] : null;
    }

    void forEach(Visitor<F> visitor) {
        for (int order = 0; order < end; order++) {
            F known = peek(order);
            if (known != null) {
                visitor.visit(order, known);
            }
        }
    }

    /** Forgets everything. */
    void clear() {
        facts = new @Nullable Object[0];
        end = 0;
    }

    private F add(int order) {
        if (order >= facts.length) {
            facts = Arrays.copyOf(facts, Math.max(order + 1, facts.length + (facts.length >> 1)));
        }
        F added = fresh.get();
        facts[order] = added;
        end = Math.max(end, order + 1);
        return added;
    }
}
