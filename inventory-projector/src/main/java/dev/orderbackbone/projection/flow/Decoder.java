package dev.orderbackbone.projection.flow;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.domain.Source;
import dev.orderbackbone.runtime.ParkReason;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Turns records into messages, or says why that cannot be. */
final class Decoder {
    /** A message type of a newer release: no read model of this one shows it. */
    static final String UNKNOWN_TYPE = "unknown-type";

    private final MessageDeserializer deserializer;

    Decoder(MessageDeserializer deserializer) {
        this.deserializer = deserializer;
    }

    /** What a record turns out to be. */
    sealed interface Decoded {
        /** What it says; null where nobody can tell. */
        default @Nullable Message content() {
            return this instanceof Understood(Incoming incoming) ? incoming.message() : null;
        }

        /** A message to project. */
        record Understood(Incoming message) implements Decoded {}

        /** A record to count and skip. */
        record Skipped(String reason) implements Decoded {}

        /** A record to park. */
        record Unreadable(ParkReason reason, String error) implements Decoded {}
    }

    /**
     * Decodes a record.
     *
     * @throws dev.orderbackbone.schemas.registry.RegistryException if the registry is needed and does not answer.
     */
    Decoded decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            Message message = deserializer.deserialize(record.value());
            if (!Topics.of(message.getClass()).name().equals(record.topic())) {
                return new Decoded.Unreadable(
                        ParkReason.WRONG_TOPIC, message.getClass().getSimpleName() + " is not carried by it");
            }
            return new Decoded.Understood(
                    new Incoming(record.topic(), new Source(record.partition(), record.offset()), message));
        } catch (UndecodableException undecodable) {
            return undecodable.reason() == UndecodableException.Reason.UNKNOWN_TYPE
                    ? new Decoded.Skipped(UNKNOWN_TYPE)
                    : new Decoded.Unreadable(ParkReason.UNDECODABLE, String.valueOf(undecodable.getMessage()));
        }
    }
}
