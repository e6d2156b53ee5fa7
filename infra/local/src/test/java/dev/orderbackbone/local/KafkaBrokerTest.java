package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    private static final TopicPartition PARTITION = new TopicPartition("kept", 0);

    @TempDir
    Path folder;

    private final KafkaBroker broker = KafkaBroker.onFreePorts(Distribution.ofBuild());

    @Test
    void keepsAnAcknowledgedRecordThroughKillAndThroughStop() throws Exception {
        try (RunningComponent running =
                Launcher.forTests(folder, StartCache.Mode.READ_AND_WRITE).start(broker)) {
            createTopic();
            produce("before the kill");

            running.kill();
            running.restart();
            assertThat(consume(1)).containsExactly("before the kill");
            produce("after the kill");

            running.stop();
            running.restart();
            assertThat(consume(2)).containsExactly("before the kill", "after the kill");
        }
    }

    @Test
    void isUsableAtOnceWhenTheStartReturnsWithTheStreamsProtocol() throws Exception {
        try (RunningComponent running = Launcher.forTests(folder).start(broker);
                Admin admin = Admin.create(settings())) {
            assertThat(running.isAlive()).isTrue();
            createTopic();
            Map<String, Short> features =
                    admin.describeFeatures().featureMetadata().get().finalizedFeatures().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> entry.getValue().maxVersionLevel()));
            assertThat(features).containsEntry("streams.version", (short) 1);
        }
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(settings())) {
            admin.createTopics(Set.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void produce(String value) throws Exception {
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), value)).get();
        }
    }

    private List<String> consume(int count) {
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(PARTITION));
            consumer.seekToBeginning(Set.of(PARTITION));
            List<String> values = new ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
    }
}
