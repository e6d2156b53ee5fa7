package dev.orderbackbone.orderevents.client;

/**
 * An order as it was last projected.
 *
 * @param status PENDING, HELD, CONFIRMED, PROCESSING, CANCELLING, COMPLETED, CANCELLED, EXPIRED or REJECTED.
 * @param sequence number of the last event that it shows: 1, 2, ...
 * @param json the whole order, as the HTTP API documents it.
 */
public record FoundOrder(String orderId, String status, long sequence, String json) {}
