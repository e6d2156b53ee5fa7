/**
 * A payment gateway to test against, with the behaviour of real ones: idempotency keys, authorise-capture-void-refund
 * with partial captures and refunds, declines, and every way in which an answer can fail to arrive.
 *
 * <p>Promises, as long as the disk keeps what was written:
 *
 * <ul>
 *   <li>An effect stands in the ledger before anybody is told of it. Whatever was answered survives {@code kill -9}.
 *   <li>One key, one effect: however often and however concurrently a request comes, it is executed once, and every
 *       other answer is a replay with the same bytes (requests with the same key wait for each other, microseconds).
 *   <li>The same key with another content is refused (422 {@code idempotency_key_reused}) and changes nothing.
 *   <li>Keys live for 24 h (setting); an older key counts as never seen.
 *   <li>A refused request (422, 404 {@code unknown_authorization}) is remembered under its key like an executed one; a
 *       request that cannot be understood (400) is not.
 * </ul>
 *
 * <p>The state is a fold over the ledger: {@code GatewayBooks.decide} makes the next entry, {@code GatewayBooks.apply}
 * is the only thing that changes state, live and at the start alike. Webhooks are not built; they would follow
 * {@code GatewayDesk.perform}.
 */
@NullMarked
package dev.orderbackbone.simulators.gateway;

import org.jspecify.annotations.NullMarked;
