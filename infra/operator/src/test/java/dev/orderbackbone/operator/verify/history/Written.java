package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.history.Sink.Fate;
import dev.orderbackbone.schemas.Topic;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of a history.
 *
 * @param message null for bytes that do not decode.
 */
public record Written(
        Topic topic, int partition, String key, @Nullable Message message, Fate fate) {
    /** The same record with another message. */
    public Written saying(Message other) {
        return new Written(topic, partition, key, other, fate);
    }

    /** Bytes that stand for those of the message. */
    byte[] value() {
        UUID id = message == null ? new UUID(0, key.hashCode()) : message.meta().eventId();
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
