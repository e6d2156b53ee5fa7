package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.order.CancellationReason;

/**
 * Why an order is taken back.
 *
 * @param reason why: it decides how the order ends.
 * @param detail what exactly, for a person.
 */
public record Cancellation(CancellationReason reason, String detail) {}
