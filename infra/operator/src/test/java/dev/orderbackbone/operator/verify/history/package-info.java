/**
 * Makes histories: a small world of orders, pools, a gateway and a mail server that does everything right, from one seed. Written apart from the
 * services, so that it says once more what a valid history is.
 */
@NullMarked
package dev.orderbackbone.operator.verify.history;

import org.jspecify.annotations.NullMarked;
