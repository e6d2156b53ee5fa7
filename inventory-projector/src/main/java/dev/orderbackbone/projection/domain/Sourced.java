package dev.orderbackbone.projection.domain;

import dev.orderbackbone.contract.Message;

/**
 * A message of one kind with the place that it was read from.
 *
 * @param message the message.
 * @param source where in its topic it stands.
 */
public record Sourced<T extends Message>(T message, Source source) {}
