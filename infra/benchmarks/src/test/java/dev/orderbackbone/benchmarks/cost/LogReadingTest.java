package dev.orderbackbone.benchmarks.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.TestKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogReadingTest {
    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(2);

    private static final String ONE = Topics.ORDERS_EVENTS.name();
    private static final String OTHER = Topics.PAYMENTS_EVENTS.name();

    @Test
    void readsWhatIsCommittedOnAllPartitionsToTheEnd() {
        Map<String, Object> properties = KAFKA.clientProperties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "writer");
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, ONE, 0, 30);
            send(producer, ONE, 1, 20);
            send(producer, OTHER, 0, 10);
            producer.commitTransaction();
            producer.beginTransaction();
            send(producer, ONE, 0, 5);
            producer.flush();
            producer.abortTransaction();
        }
        List<String> used = new ArrayList<>();

        LogReading reading =
                LogReading.of(KAFKA.clientProperties(), List.of(ONE, OTHER), record -> used.add(record.topic()));

        assertThat(reading.records()).isEqualTo(60);
        assertThat(reading.bytes()).isEqualTo(60L * ("key".length() + "value".length()));
        assertThat(reading.rate()).isPositive();
        assertThat(used).hasSize(60).contains(ONE, OTHER);
    }

    private static void send(Producer<byte[], byte[]> producer, String topic, int partition, int records) {
        for (int i = 0; i < records; i++) {
            var _ = producer.send(
                    new ProducerRecord<>(topic, partition, "key".getBytes(UTF_8), "value".getBytes(UTF_8)));
        }
    }
}
