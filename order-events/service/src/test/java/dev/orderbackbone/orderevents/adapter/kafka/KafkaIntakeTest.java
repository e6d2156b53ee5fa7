package dev.orderbackbone.orderevents.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is acknowledged is in the log, under its key and with the headers that tools expect. */
class KafkaIntakeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(4);

    @Test
    void anAcknowledgedOrderIsInTheLog() {
        OrderSubmitted submitted = Submissions.numbered(1);

        publish(submitted);

        ConsumerRecord<byte[], byte[]> record = onlyRecordOf(submitted);
        assertThat(new String(record.key(), UTF_8)).isEqualTo(submitted.meta().orderId());
        assertThat(record.timestamp()).isEqualTo(submitted.meta().occurredAt().toEpochMilli());
        assertThat(headersOf(record))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", submitted.meta().eventId().toString(),
                        "ce_source", "/stores/shop",
                        "ce_type", "dev.orderbackbone.contract.order.OrderSubmitted",
                        "content-type", "application/avro"));
    }

    @Test
    void stockGoesToItsPool() {
        ReceiveStock receipt =
                new ReceiveStock(Submissions.numbered(2).meta(), "leeds-7", "in-1", List.of(new StockLine("a", 5)));

        publish(receipt);

        List<ConsumerRecord<byte[], byte[]>> records = KAFKA.read(Topics.INVENTORY_COMMANDS);
        assertThat(records).hasSize(1);
        assertThat(new String(records.getFirst().key(), UTF_8)).isEqualTo("leeds-7");
        assertThat(headersOf(records.getFirst())).isEmpty();
        assertThat(KAFKA.messages(Topics.INVENTORY_COMMANDS)).containsExactly(receipt);
    }

    @Test
    void manyAtOnceAreAllInTheLogOnce() {
        List<OrderSubmitted> orders =
                IntStream.range(100, 600).mapToObj(Submissions::numbered).toList();

        publish(orders.toArray(Message[]::new));

        assertThat(KAFKA.messages(Topics.ORDERS_INTAKE))
                .filteredOn(message -> orders.contains((OrderSubmitted) message))
                .hasSize(orders.size())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyInSyncReplicaHasToAcknowledgeAndNothingIsWrittenTwice() {
        KafkaSettings careless = new KafkaSettings(
                "127.0.0.1:9", Map.of("acks", "1", "enable.idempotence", "false", "client.id", "mine"));

        assertThat(KafkaIntake.properties(careless, Duration.ofSeconds(5)))
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000)
                .containsEntry("client.id", "mine");
    }

    private static void publish(Message... messages) {
        try (KafkaIntake intake = KafkaIntake.connect(settings(), PATIENCE, KAFKA.serializer())) {
            CompletableFuture.allOf(Arrays.stream(messages)
                            .map(message -> intake.publish(message).toCompletableFuture())
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static KafkaSettings settings() {
        return new KafkaSettings(KAFKA.bootstrapServers(), Map.of());
    }

    private static ConsumerRecord<byte[], byte[]> onlyRecordOf(OrderSubmitted submitted) {
        List<ConsumerRecord<byte[], byte[]>> records = KAFKA.read(Topics.ORDERS_INTAKE).stream()
                .filter(record ->
                        KAFKA.deserializer().deserialize(record.value()).equals(submitted))
                .toList();
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    private static Map<String, String> headersOf(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
