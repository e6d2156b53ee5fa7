/**
 * Runs the order saga in Kafka Streams.
 *
 * <p>Reads {@code orders.intake}, {@code inventory.events} and {@code payments.events}, all keyed by order id; writes
 * {@code orders.events}, {@code orders.refusals}, {@code inventory.commands} and {@code payments.commands}. One sub-topology; the state of
 * an order lies in the store {@code orders} of the task that its id belongs to, and is restored from that store's changelog. What an
 * input leads to (state, messages, position) is one Kafka transaction. Bytes that do not decode are parked; an order that the decider
 * fails on is parked with all its later records, and every other order goes on.
 */
@NullMarked
package dev.orderbackbone.orderevents.flow;

import org.jspecify.annotations.NullMarked;
