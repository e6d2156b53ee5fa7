/**
 * Decides which customer is told what, and when to ask for a sending again.
 *
 * <p>One message per order, milestone, occasion (the shipment or the refund) and channel; one more for each time that an operator wants it
 * sent once more. Pure: no clock, no I/O, no randomness.
 */
@NullMarked
package dev.orderbackbone.notification.domain;

import org.jspecify.annotations.NullMarked;
