/** Speaks to the payment gateway over HTTP and JSON. All that its replies can mean is decided in one place. */
@NullMarked
package dev.orderbackbone.payment.adapter;

import org.jspecify.annotations.NullMarked;
