/**
 * {@code ./backbone bench}: how many orders a second, how late, at what cost; this backbone and, under the same load in the same run, the service that
 * a senior engineer would write first on PostgreSQL alone.
 *
 * <p>{@link dev.orderbackbone.benchmarks.workload} makes the orders, {@link dev.orderbackbone.benchmarks.load} sends them to the contenders of
 * {@link dev.orderbackbone.benchmarks.contender}, {@link dev.orderbackbone.benchmarks.run} measures, {@link dev.orderbackbone.benchmarks.check}
 * makes sure that what was measured was right.
 */
@NullMarked
package dev.orderbackbone.benchmarks;

import org.jspecify.annotations.NullMarked;
