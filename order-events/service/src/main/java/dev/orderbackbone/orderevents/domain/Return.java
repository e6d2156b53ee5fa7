package dev.orderbackbone.orderevents.domain;

/**
 * A return that was accepted.
 *
 * @param returnId the warehouse's id.
 * @param contentHash hash of what was reported.
 */
public record Return(String returnId, long contentHash) {}
