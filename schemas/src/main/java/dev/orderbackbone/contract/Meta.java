package dev.orderbackbone.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * What every message starts with: identity, order, cause and time.
 *
 * @param eventId unique id of this message, a UUIDv7 (RFC 9562). Derived from the cause, so a repeated decision
 *      makes the same id.
 * @param orderId the order concerned; empty where a message concerns stock only.
 * @param sequence 1, 2, ... per order on orders.events; 0 on all other topics.
 * @param occurredAt when the decision was made or the fact was observed, milliseconds since 1970 UTC.
 * @param causationId event id of the message that caused this one; its own event id where nothing did.
 * @param storeId the store (shop, tenant) that the order or the stock belongs to.
 */
public record Meta(UUID eventId, String orderId, int sequence, Instant occurredAt, UUID causationId, String storeId) {}
