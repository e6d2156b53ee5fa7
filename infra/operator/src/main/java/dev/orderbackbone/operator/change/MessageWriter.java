package dev.orderbackbone.operator.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageHeaders;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Writes messages where the catalogue says, as ordinary events. */
public final class MessageWriter implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final MessageSerializer serializer;

    private MessageWriter(Producer<byte[], byte[]> producer, MessageSerializer serializer) {
        this.producer = producer;
        this.serializer = serializer;
    }

    /**
     * Connects; to be closed.
     *
     * @throws dev.orderbackbone.schemas.serde.SchemaMissingException if the registry does not have this release's schemas.
     */
    public static MessageWriter connect(Map<String, Object> clientProperties, SchemaRegistryClient registry) {
        MessageSerializer serializer = MessageSerializer.create(registry);
        return new MessageWriter(DurableProducer.open(clientProperties), serializer);
    }

    /**
     * Writes a message, and returns where it stands when every copy in sync has it.
     *
     * @throws KafkaException if that cannot be had: nothing is known of the message then.
     */
    public RecordMetadata write(Message message) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.of(message.getClass()).name(),
                null,
                message.meta().occurredAt().toEpochMilli(),
                MessageKey.of(message).getBytes(UTF_8),
                serializer.serialize(message),
                MessageHeaders.of(message, null));
        try {
            return DurableProducer.write(producer, record);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
