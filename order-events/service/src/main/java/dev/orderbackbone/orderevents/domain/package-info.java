/**
 * The life of an order in one pure decider.
 *
 * <p>{@link dev.orderbackbone.orderevents.domain.OrderDecider} is given the order as it stands and one input, and answers with the order
 * as it stands from now on and with what the others are to be told. There is no clock, no I/O, no randomness and no framework in this
 * package; it depends on the JDK and on the contract records.
 *
 * <p>A decision has two halves. First the input is recorded as a fact: each concern has its own class ({@code Placing},
 * {@code Reserving}, {@code Paying}, {@code Holding}, {@code Shipping}, {@code Cancelling}, {@code Returning}). Then
 * {@code NextStep} looks at all that is known and does what follows from it, if anything. That is why the order in which pools, payment
 * and people answer does not matter, why a held order only has to skip the second half, and why a release only has to catch up on it.
 *
 * <p>What an order owes and holds is never set: it is computed from quantities per line and amounts per operation.
 */
@NullMarked
package dev.orderbackbone.orderevents.domain;

import org.jspecify.annotations.NullMarked;
