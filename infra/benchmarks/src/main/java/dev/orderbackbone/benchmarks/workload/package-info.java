/**
 * The orders of the benchmark: order number i is the same order in every run, for every contender. Pure functions of the number.
 */
@NullMarked
package dev.orderbackbone.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
