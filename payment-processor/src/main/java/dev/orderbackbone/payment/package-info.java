/** Payments: decides which gateway calls to make, and makes them once. */
@NullMarked
package dev.orderbackbone.payment;

import org.jspecify.annotations.NullMarked;
