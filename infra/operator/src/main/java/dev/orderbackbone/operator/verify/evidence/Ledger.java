package dev.orderbackbone.operator.verify.evidence;

import java.util.stream.Stream;

/**
 * A list that only grows.
 *
 * @param <E> its entries.
 */
@FunctionalInterface
public interface Ledger<E> {
    /** All entries that it holds now, in order; to be closed. A later call gives the same ones and then newer ones. */
    Stream<E> open();
}
