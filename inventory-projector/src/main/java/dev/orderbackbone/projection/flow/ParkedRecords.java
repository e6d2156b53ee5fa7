package dev.orderbackbone.projection.flow;

import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.runtime.ParkReason;
import dev.orderbackbone.runtime.ParkedCopy;
import dev.orderbackbone.runtime.ParkedHeaders.Origin;
import dev.orderbackbone.schemas.Topics;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic for records that cannot be projected. A record is there before the position passes it; a crash in between parks it again, so it
 * can be there more than once, with the same origin in its headers. The producer is made when the first record is parked, which is hardly
 * ever.
 */
public final class ParkedRecords implements Parking, AutoCloseable {
    private static final String SERVICE = Topics.INVENTORY;

    private final KafkaSettings kafka;
    private final Clock clock;
    private @Nullable Producer<byte[], byte[]> producer;

    /** Makes nothing yet. */
    public ParkedRecords(KafkaSettings kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /**
     * Parks a record and waits until the broker has it.
     *
     * @throws KafkaException if it has not.
     */
    @Override
    public synchronized void park(ConsumerRecord<byte[], byte[]> record, ParkReason reason, String error) {
        Origin origin = new Origin(record.topic(), record.partition(), record.offset(), record.timestamp());
        ParkedCopy copy = ParkedCopy.of(
                record.key(), record.value(), record.headers(), SERVICE, origin, reason, error, clock.instant());
        Future<RecordMetadata> sent = producer()
                .send(new ProducerRecord<>(
                        Topics.parkedOf(SERVICE).name(),
                        null,
                        record.timestamp() < 0 ? null : record.timestamp(),
                        copy.key(),
                        copy.value(),
                        copy.headers()));
        await(sent);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }

    private Producer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
            properties.put(ProducerConfig.CLIENT_ID_CONFIG, SERVICE + "-parking");
            properties.put(ProducerConfig.ACKS_CONFIG, "all");
            properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
