package dev.orderbackbone.orderevents.client;

/**
 * A wish that an order, or what has not shipped of it, be cancelled.
 *
 * @param requestId the requester's own id of the wish, 1 to 255 printable ASCII characters: the same id is the same wish.
 * @param reason why, in the requester's words.
 * @param requestedBy who: customer, storefront or a person's name.
 */
public record Cancellation(String requestId, String reason, String requestedBy) {}
