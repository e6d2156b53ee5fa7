/**
 * This backbone under load: the same processes as {@code ./backbone up} starts, on ports and in a folder of their own, without the warehouse (an
 * order's way ends where it is confirmed or rejected) and with the benchmark's gateway, or with the simulated one where its ledger is wanted.
 *
 * <p>When an order is terminal is found out from outside: {@link dev.orderbackbone.benchmarks.contender.ours.OutcomeWatch} follows the log to learn
 * at which offset an order's last event stands, and asks the read model a hundred times a second up to which offset it has projected, which it
 * commits in the transaction of the rows themselves.
 */
@NullMarked
package dev.orderbackbone.benchmarks.contender.ours;

import org.jspecify.annotations.NullMarked;
