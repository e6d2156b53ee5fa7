/**
 * {@code ./backbone order ID}: everything that happened to one order, from all topics and ledgers, in the order of cause and effect. Of topics that
 * are keyed by order id only the one partition is read that can hold it, and all others only from the time of its submission on.
 */
@NullMarked
package dev.orderbackbone.operator.order;

import org.jspecify.annotations.NullMarked;
