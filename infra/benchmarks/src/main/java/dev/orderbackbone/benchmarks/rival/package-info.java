/**
 * What this backbone is compared with: the order service that a senior engineer would write first, on PostgreSQL alone, as a process of its own.
 *
 * <p>For each order three things in a row, in the thread of its request: a short transaction takes the stock and inserts the order as pending; the
 * payment is authorised; a second short transaction confirms the order and writes the message that is to be sent (its outbox), or gives the stock
 * back. All statements are prepared, one connection for each of 64 requests, every commit on disk before the answer. What was pending at a start is
 * brought to its end.
 *
 * <p>It is no straw man: {@code Statements} locks the rarest SKU first, so that hot rows are held shortest, and HTTP, JSON and the gateway's client are
 * as lean as the driver's own. It was held against the hand-written service that others measured the same workload with; docs/benchmarks.md has the
 * figures.
 */
@NullMarked
package dev.orderbackbone.benchmarks.rival;

import org.jspecify.annotations.NullMarked;
