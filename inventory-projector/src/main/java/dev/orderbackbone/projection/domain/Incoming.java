package dev.orderbackbone.projection.domain;

import dev.orderbackbone.contract.Message;

/**
 * A message that was read from the log.
 *
 * @param topic name of the topic.
 * @param source where in it the message stands.
 * @param message the message.
 */
public record Incoming(String topic, Source source, Message message) {}
