package dev.orderbackbone.orderevents.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.orderevents.flow.Intake;
import dev.orderbackbone.orderevents.flow.IntakeUnavailable;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageHeaders;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One idempotent producer for all requests. Thread-safe. */
public final class KafkaIntake implements Intake, AutoCloseable {
    private static final int LINGER_MS = 5;
    private static final int BATCH_BYTES = 64 * 1024;

    private final Producer<byte[], byte[]> producer;
    private final MessageSerializer serializer;

    private KafkaIntake(Producer<byte[], byte[]> producer, MessageSerializer serializer) {
        this.producer = producer;
        this.serializer = serializer;
    }

    /**
     * Makes the producer, which connects in the background.
     *
     * @param timeout how long a message may take to be acknowledged, 100 ms or more.
     */
    public static KafkaIntake connect(KafkaSettings kafka, Duration timeout, MessageSerializer serializer) {
        return new KafkaIntake(
                new KafkaProducer<>(properties(kafka, timeout), new ByteArraySerializer(), new ByteArraySerializer()),
                serializer);
    }

    /** What the producer is told: above all, to wait for every in-sync replica and to write nothing twice. */
    static Map<String, Object> properties(KafkaSettings kafka, Duration timeout) {
        Map<String, Object> properties = kafka.clientProperties();
        int timeoutMs = Math.toIntExact(timeout.toMillis());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMs);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, timeoutMs / 2));
        // How long a request waits for room or for the cluster's layout before it is told to come back.
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeoutMs);
        return properties;
    }

    @Override
    public CompletionStage<Void> publish(Message message) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Topics.of(message.getClass()).name(),
                null,
                message.meta().occurredAt().toEpochMilli(),
                MessageKey.of(message).getBytes(UTF_8),
                serializer.serialize(message),
                MessageHeaders.of(message, null));
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            var _ = producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(new IntakeUnavailable(failure));
                }
            });
        } catch (KafkaException failure) {
            acknowledged.completeExceptionally(new IntakeUnavailable(failure));
        }
        return acknowledged;
    }

    /** Waits for what is on its way. */
    @Override
    public void close() {
        producer.close();
    }
}
