package dev.orderbackbone.schemas.serde;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.UndecodableException.Reason;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into messages, whichever schema they were written with. Thread-safe: one for a process is enough. Asks the registry when it meets a
 * schema id for the first time, and never again.
 */
public final class MessageDeserializer implements Deserializer<Message> {
    private final WriterSchemas writers;

    private MessageDeserializer(WriterSchemas writers) {
        this.writers = writers;
    }

    /** A deserializer that looks up the schemas of writers in {@code registry}. */
    public static MessageDeserializer create(SchemaRegistryClient registry) {
        return new MessageDeserializer(new WriterSchemas(registry));
    }

    /**
     * The message that the bytes are.
     *
     * @throws UndecodableException if they are none, and would be none if they came again.
     * @throws dev.orderbackbone.schemas.registry.RegistryException if the registry does not answer, or refuses to: this says nothing about the bytes.
     */
    public Message deserialize(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw broken(Reason.NULL_VALUE, "there is no value");
        }
        if (bytes.length > 0 && bytes[0] != WireFormat.MAGIC) {
            throw broken(Reason.NO_MAGIC_BYTE, "the first byte is " + bytes[0] + ", not 0");
        }
        if (bytes.length < WireFormat.HEADER_BYTES) {
            throw broken(Reason.TRUNCATED, "only " + bytes.length + " bytes");
        }
        return writers.reader(WireFormat.schemaId(bytes)).read(bytes);
    }

    /** As {@link #deserialize(byte[])}, for Kafka, whose contract has it that null, which deletes, stays null. */
    @Override
    public @Nullable Message deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : deserialize(bytes);
    }

    private static UndecodableException broken(Reason reason, String message) {
        return new UndecodableException(reason, null, message, null);
    }
}
