/**
 * What is to be done about the payment of an order: pure functions over immutable records. {@link
 * dev.orderbackbone.payment.domain.PaymentDecider} is the way in.
 *
 * <p>A payment is a list of operations: the authorisation, captures and refunds by their ids, and the void. Each of them is in one of
 * these states, and never leaves APPROVED:
 *
 * <pre>
 *                 ┌────────── the gateway says no ─────────► DECLINED ─┐ commanded again: a new idempotency key
 *   command ─► REQUESTED ──── it says yes ─────────────────► APPROVED  │
 *       ▲         │  no answer in time, or nobody knows         ▲      │
 *       │         ▼                                             │      │
 *       │      UNKNOWN ── asked on a schedule: yes, no ─────────┤      │
 *       │         │  key about to die                           │      │
 *       │         ▼                                             │      │
 *       │      REVIEW ─── a person says ────────────────────────┘      │
 *       │                     └──► FAILED ─┐ commanded again: same key │
 *       └──────────────────────────────────┴──────────────────────────┘
 * </pre>
 *
 * Promises: no operation is asked for with more than one living idempotency key; captured never exceeds authorised and refunded never
 * exceeds captured; a command that is read when its idempotency key may be dead (a log read again from its beginning, or not for a day) fails
 * as {@code too-late} and calls for nothing; each operation ends or is in review, whatever is lost, late or repeated; an outcome that nobody knows is said to be
 * unknown and nothing else.
 */
@NullMarked
package dev.orderbackbone.payment.domain;

import org.jspecify.annotations.NullMarked;
