/**
 * Runs the payment decider, and makes the gateway calls that it decides on.
 *
 * <p>Topology: reads payments.commands and payments.answers, keyed by order id; writes payments.calls and payments.events; state in the
 * store {@code payments}; exactly once. Worker: reads payments.calls as a consumer group, hundreds of calls under way at once, writes
 * payments.answers; at least once, under an idempotency key that is the same for every attempt.
 */
@NullMarked
package dev.orderbackbone.payment.flow;

import org.jspecify.annotations.NullMarked;
