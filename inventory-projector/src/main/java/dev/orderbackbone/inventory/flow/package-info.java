/** Runs the stock decider: the stores that hold the pools, and the topology. */
@NullMarked
package dev.orderbackbone.inventory.flow;

import org.jspecify.annotations.NullMarked;
