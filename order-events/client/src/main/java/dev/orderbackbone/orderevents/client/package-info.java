/** Java client with which a storefront publishes and follows orders. */
@NullMarked
package dev.orderbackbone.orderevents.client;

import org.jspecify.annotations.NullMarked;
