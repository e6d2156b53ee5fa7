package dev.orderbackbone.benchmarks.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogGrowthTest {
    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(1);

    private static final String TOPIC = Topics.ORDERS_EVENTS.name();

    @Test
    void countsRecordsAndMarkersApartAndOnlyWhatWasAppendedSince() {
        inTransaction(producer -> send(producer, 3));
        LogEnds before = endsWith(3 + 1);

        inTransaction(producer -> send(producer, 10));
        inTransaction(producer -> send(producer, 5));
        LogEnds after = endsWith(3 + 1 + 10 + 1 + 5 + 1);

        List<TopicCost> costs = LogGrowth.between(before, after, KAFKA.clientProperties());
        assertThat(costs)
                .filteredOn(cost -> cost.topic().equals(TOPIC))
                .singleElement()
                .satisfies(cost -> {
                    assertThat(cost.records()).isEqualTo(15);
                    assertThat(cost.markers()).isEqualTo(2);
                    assertThat(cost.payloadBytes()).isEqualTo(15L * ("key".length() + "value".length()));
                    assertThat(cost.logBytes()).isGreaterThan(cost.payloadBytes());
                    assertThat(cost.kind()).isEqualTo(TopicCost.Kind.MESSAGES);
                });
        assertThat(costs)
                .filteredOn(cost -> cost.topic().equals("__transaction_state"))
                .singleElement()
                .satisfies(cost -> assertThat(cost.kind()).isEqualTo(TopicCost.Kind.BROKER));
    }

    /** A commit is answered before its marker stands in the log. */
    private static LogEnds endsWith(long offset) {
        AtomicReference<LogEnds> ends = new AtomicReference<>();
        Await.until(() -> {
            ends.set(LogEnds.now(KAFKA.clientProperties()));
            assertThat(ends.get().offsets()).containsEntry(new TopicPartition(TOPIC, 0), offset);
        });
        return Objects.requireNonNull(ends.get());
    }

    private static void send(Producer<byte[], byte[]> producer, int records) {
        for (int i = 0; i < records; i++) {
            var _ = producer.send(new ProducerRecord<>(TOPIC, "key".getBytes(UTF_8), "value".getBytes(UTF_8)));
        }
    }

    private static void inTransaction(Consumer<Producer<byte[], byte[]>> work) {
        Map<String, Object> properties = KAFKA.clientProperties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, UUID.randomUUID().toString());
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            work.accept(producer);
            producer.commitTransaction();
        }
    }
}
