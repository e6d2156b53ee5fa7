/**
 * A small deterministic world around the order decider: model pools, a model payment, customers, warehouses and operators who do right and
 * wrong, messages that are late, repeated and reordered. One seed is one world, and the same seed is the same world for ever. The laws of
 * the design (I3, I4, I5, I7, I11) are checked after every decision and once more when all is quiet.
 */
@NullMarked
package dev.orderbackbone.orderevents.simulation;

import org.jspecify.annotations.NullMarked;
