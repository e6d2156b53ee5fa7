/**
 * Payments: decides which gateway calls to make, and makes them.
 *
 * <p>Reads payments.commands and payments.answers, keyed by order id; writes payments.calls (calls to make) and payments.events (what came
 * of it). A worker reads payments.calls as a consumer group, makes the calls and writes payments.answers.
 *
 * <p>Guarantee: decisions are exactly once. A call is made at least once or not after its deadline, always with the idempotency key of its
 * operation, so that the gateway does each operation once. An outcome that nobody knows is a state with a next time: the gateway is asked
 * on a schedule, and after a day a person decides.
 *
 * <p>State: one record per order in the store {@code payments}, on local disk, restored from its changelog. On failure: a record that cannot
 * be decided on is parked and stops its order only; a gateway that is down opens a circuit, calls wait, and orders stay as they are; a
 * process that dies loses nothing, as the decider's deadlines cover every call.
 */
@NullMarked
package dev.orderbackbone.payment;

import org.jspecify.annotations.NullMarked;
