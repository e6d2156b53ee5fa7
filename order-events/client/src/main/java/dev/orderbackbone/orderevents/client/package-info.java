/**
 * Java client with which a storefront publishes and follows orders: over HTTP ({@link
 * dev.orderbackbone.orderevents.client.OrdersHttpClient}), which says at once what is wrong with an order, or straight to the log ({@link
 * dev.orderbackbone.orderevents.client.OrdersKafkaPublisher}), which is cheaper and answers on the topics.
 *
 * <p>Everything may be repeated: orders are known by their idempotency keys, all else by its own ids. What both clients promise is the same:
 * what they report as taken stands in the log, acknowledged by all in-sync copies.
 */
@NullMarked
package dev.orderbackbone.orderevents.client;

import org.jspecify.annotations.NullMarked;
