/**
 * Brings orders to a contender and notes when what became of them.
 *
 * <p>In a closed loop the contender sets the pace: so many orders are on their way, and one that is done makes room for the next; that finds the
 * maximum. In an open loop orders are due at times fixed beforehand, and every latency counts from the time at which the order was due: a stall
 * counts against the contender for all orders that it kept waiting (no coordinated omission).
 */
@NullMarked
package dev.orderbackbone.benchmarks.load;

import org.jspecify.annotations.NullMarked;
