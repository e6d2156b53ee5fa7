package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.change.DurableProducer;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.runtime.Redrive;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.Topics;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes to the redrive topics of services. */
final class RedriveWriter implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;

    /** Connects; to be closed. */
    RedriveWriter(Map<String, Object> kafkaProperties) {
        producer = DurableProducer.open(kafkaProperties);
    }

    /**
     * Sends a parked record back. Returns where it stands then.
     *
     * @param correction null to send it as it is.
     * @throws KafkaException if it cannot be written: nothing is known of it then, and it may be sent again.
     */
    Place send(ParkedEntry entry, Action action, String operation, @Nullable Correction correction)
            throws InterruptedException {
        ParkedRecord record = entry.record();
        int partition = record.isOfDeadline()
                ? record.place().partition()
                : record.origin().partition();
        RecordMetadata written = DurableProducer.write(
                producer,
                new ProducerRecord<>(
                        Topics.redriveOf(record.service()).name(),
                        partition,
                        entry.raw().key(),
                        correction == null ? entry.raw().value() : correction.value(),
                        Redrive.headers(entry.raw().headers(), action, operation, correction != null)));
        return new Place(written.topic(), written.partition(), written.offset());
    }

    @Override
    public void close() {
        producer.close();
    }
}
