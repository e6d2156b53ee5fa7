/**
 * Runs the notification decider.
 *
 * <p>Reads orders.events, payments.events, notifications.commands and its own notifications.events, keyed by order id; writes notifications.requests and
 * notifications.events. State: one record per order in the store {@code correspondences}, restored from its changelog. Exactly once up to the request; the
 * sending itself is at least once with a stable message id.
 */
@NullMarked
package dev.orderbackbone.notification.flow;

import org.jspecify.annotations.NullMarked;
