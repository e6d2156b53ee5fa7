package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.runtime.ParkedHeaders.Origin;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageHeaders;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes down what came of requests: every replica in sync has it, in order and once, when the stage completes. Thread-safe. */
final class AnswerWriter implements AutoCloseable {
    private static final int LINGER_MS = 5;
    private static final int BATCH_BYTES = 64 * 1024;

    private final String service;
    private final MessageSerializer serializer;
    private final Producer<byte[], byte[]> producer;

    AnswerWriter(String service, MessageSerializer serializer, Producer<byte[], byte[]> producer) {
        this.service = service;
        this.serializer = serializer;
        this.producer = producer;
    }

    static AnswerWriter open(String service, MessageSerializer serializer, KafkaSettings kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new AnswerWriter(service, serializer, new KafkaProducer<>(properties, bytes, bytes));
    }

    /** Writes the answer to a request. */
    CompletionStage<Void> answer(ConsumerRecord<byte[], byte[]> request, Message answer) {
        return send(new ProducerRecord<>(
                Topics.of(answer.getClass()).name(),
                null,
                MessageKey.of(answer).getBytes(UTF_8),
                serializer.serialize(answer),
                MessageHeaders.of(answer, request.headers())));
    }

    /** Puts a request aside as it came. */
    CompletionStage<Void> park(ConsumerRecord<byte[], byte[]> request, ParkReason reason, String error, Instant now) {
        Origin origin = new Origin(request.topic(), request.partition(), request.offset(), request.timestamp());
        ParkedCopy copy =
                ParkedCopy.of(request.key(), request.value(), request.headers(), service, origin, reason, error, now);
        return send(
                new ProducerRecord<>(Topics.parkedOf(service).name(), null, copy.key(), copy.value(), copy.headers()));
    }

    @Override
    public void close() {
        producer.close();
    }

    private CompletionStage<Void> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        Future<RecordMetadata> _ = producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                written.complete(null);
            } else {
                written.completeExceptionally(failure);
            }
        });
        return written;
    }
}
