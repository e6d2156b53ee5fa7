package dev.orderbackbone.schemas.serde;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractCodecs;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Turns messages into bytes. Thread-safe: one for a process is enough. */
public final class MessageSerializer implements Serializer<Message> {
    private final Map<Class<?>, byte[]> headers;

    private MessageSerializer(Map<Class<?>, byte[]> headers) {
        this.headers = headers;
    }

    /**
     * Looks up the ids of all contract types, once.
     *
     * @throws SchemaMissingException if the registry has not got one of them exactly as this release writes it.
     */
    public static MessageSerializer create(SchemaRegistryClient registry) {
        Map<Class<?>, byte[]> headers = new HashMap<>();
        List<String> missing = new ArrayList<>();
        Topics.types().forEach(type -> {
            String subject = Topics.of(type).subjectOf(type);
            OptionalInt id = registry.idOf(subject, ContractSchemas.of(type));
            id.ifPresentOrElse(known -> headers.put(type, WireFormat.header(known)), () -> missing.add(subject));
        });
        if (!missing.isEmpty()) {
            throw new SchemaMissingException(missing);
        }
        return new MessageSerializer(headers);
    }

    /**
     * The bytes of a message.
     *
     * @throws IllegalArgumentException if its type stands in no topic or a component is null that must not be.
     */
    public byte[] serialize(Message message) {
        return encode(message.getClass(), message);
    }

    private <T extends Message> byte[] encode(Class<T> type, Message message) {
        byte[] header = headers.get(type);
        if (header == null) {
            throw new IllegalArgumentException(type.getName() + " stands in no topic of the catalogue");
        }
        return ContractCodecs.of(type).encode(header, type.cast(message));
    }

    /**
     * As {@link #serialize(Message)}, for Kafka; null, which deletes, stays null.
     *
     * @throws IllegalArgumentException also if the topic is one of the catalogue, but not the message's.
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Message message) {
        if (message == null) {
            return null;
        }
        Topic own = Topics.of(message.getClass());
        if (!own.name().equals(topic)
                && Topics.ALL.stream().anyMatch(other -> other.name().equals(topic))) {
            throw new IllegalArgumentException(
                    message.getClass().getName() + " belongs on " + own.name() + ", not on " + topic);
        }
        return serialize(message);
    }
}
