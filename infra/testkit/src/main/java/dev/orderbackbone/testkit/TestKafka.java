package dev.orderbackbone.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.KafkaBroker;
import dev.orderbackbone.local.Launcher;
import dev.orderbackbone.local.RunningComponent;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.deploy.TopicDeployment;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real broker with the topics of the catalogue, and a registry in memory. To be registered as a static extension. */
public final class TestKafka implements BeforeAllCallback, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int partitions;
    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private @Nullable TemporaryFolder folder;
    private @Nullable RunningComponent running;
    private @Nullable KafkaBroker broker;
    private @Nullable Producer<byte[], byte[]> producer;

    private TestKafka(int partitions) {
        this.partitions = partitions;
    }

    /** A broker whose topics have that many partitions. */
    public static TestKafka withPartitions(int partitions) {
        return new TestKafka(partitions);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = TemporaryFolder.create();
        broker = KafkaBroker.onFreePorts(Distribution.ofBuild());
        running = Launcher.forTests(folder.path()).start(broker);
        try (Admin admin = admin()) {
            new TopicDeployment(admin, partitions, (short) 1).createMissing(PATIENCE);
        }
        SchemaDeployment.registerAll(registry);
        producer = new KafkaProducer<>(producerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (producer != null) {
            producer.close();
        }
        if (running != null) {
            running.close();
        }
        if (folder != null) {
            folder.delete();
        }
    }

    /** Where clients connect to. */
    public String bootstrapServers() {
        return Objects.requireNonNull(broker, "not started").bootstrapServers();
    }

    /** What every client starts from. */
    public Map<String, Object> clientProperties() {
        return new HashMap<>(Map.of("bootstrap.servers", bootstrapServers()));
    }

    /** An admin client, to be closed. */
    public Admin admin() {
        return Admin.create(clientProperties());
    }

    /** The process, to be killed or stopped. */
    public RunningComponent process() {
        return Objects.requireNonNull(running, "not started");
    }

    /** The registry in memory; it holds the whole contract. */
    public SchemaRegistryClient registry() {
        return registry;
    }

    /** A serializer of the contract. */
    public MessageSerializer serializer() {
        return MessageSerializer.create(registry);
    }

    /** A deserializer of the contract. */
    public MessageDeserializer deserializer() {
        return MessageDeserializer.create(registry);
    }

    /** Writes messages to their topics, under their keys, and waits until the broker has them. */
    public void send(Message... messages) {
        MessageSerializer serializer = serializer();
        for (Message message : messages) {
            send(new ProducerRecord<>(
                    Topics.of(message.getClass()).name(),
                    MessageKey.of(message).getBytes(UTF_8),
                    serializer.serialize(message)));
        }
    }

    /** Writes any record, and waits until the broker has it. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        try {
            Objects.requireNonNull(producer, "not started").send(record).get();
        } catch (Exception failure) {
            throw new IllegalStateException("the broker did not take a record of " + record.topic(), failure);
        }
    }

    /** All committed records of a topic, in the order of its partitions. */
    public List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
        return CommittedRecords.of(clientProperties(), topic.name());
    }

    /** All committed messages of a topic. */
    public List<Message> messages(Topic topic) {
        MessageDeserializer deserializer = deserializer();
        return read(topic).stream()
                .map(record -> deserializer.deserialize(record.value()))
                .toList();
    }

    private Map<String, Object> producerProperties() {
        Map<String, Object> properties = clientProperties();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return properties;
    }
}
