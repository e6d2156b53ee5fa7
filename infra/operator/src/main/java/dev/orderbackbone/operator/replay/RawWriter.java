package dev.orderbackbone.operator.replay;

import dev.orderbackbone.operator.change.DurableProducer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes records as they are, many at a time, each partition in the order in which they come. */
final class RawWriter implements AutoCloseable {
    private static final int LINGER_MS = 20;
    private static final int BATCH_BYTES = 256 << 10;

    private final Producer<byte[], byte[]> producer;
    private volatile @Nullable Exception failure;

    private RawWriter(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static RawWriter open(Map<String, Object> clientProperties) {
        Map<String, Object> properties = new HashMap<>(clientProperties);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        return new RawWriter(DurableProducer.open(properties));
    }

    /**
     * Hands over a record.
     *
     * @throws KafkaException if this one or an earlier one could not be written.
     */
    void send(ProducerRecord<byte[], byte[]> record) {
        requireNoFailure();
        var _ = producer.send(record, (metadata, problem) -> {
            if (problem != null) {
                failure = problem;
            }
        });
    }

    /**
     * Returns when every copy in sync has all of them.
     *
     * @throws KafkaException if one could not be written.
     */
    void flush() {
        producer.flush();
        requireNoFailure();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void requireNoFailure() {
        Exception problem = failure;
        if (problem != null) {
            throw new KafkaException("a record could not be written: " + problem.getMessage(), problem);
        }
    }
}
