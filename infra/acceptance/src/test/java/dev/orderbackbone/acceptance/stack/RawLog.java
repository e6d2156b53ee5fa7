package dev.orderbackbone.acceptance.stack;

import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.testkit.CommittedRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The log as bytes: what anybody who can reach the broker can write and read. */
public final class RawLog implements AutoCloseable {
    private final Map<String, Object> properties;
    private final Producer<byte[], byte[]> producer;

    RawLog(Map<String, Object> kafkaProperties) {
        properties = Map.copyOf(kafkaProperties);
        Map<String, Object> writing = new HashMap<>(kafkaProperties);
        writing.put(ProducerConfig.ACKS_CONFIG, "all");
        writing.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes a record; returns where it stands. */
    public RecordMetadata write(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
        try {
            return producer.send(record).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the broker did not take a record of " + record.topic(), failure);
        }
    }

    /** All committed records of a topic, those of each partition in their order. */
    public List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
        return CommittedRecords.of(properties, topic.name());
    }

    @Override
    public void close() {
        producer.close();
    }
}
