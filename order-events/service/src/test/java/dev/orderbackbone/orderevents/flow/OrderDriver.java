package dev.orderbackbone.orderevents.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.orderevents.domain.Facts;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.OrderDecider;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.runtime.Flow;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The saga's topology without a broker. */
final class OrderDriver implements AutoCloseable {
    static final Duration TIMER = Duration.ofMillis(250);

    final List<String> dealtWith = new ArrayList<>();
    private final MessageSerializer serializer;
    private final MessageDeserializer deserializer;
    private final TopologyTestDriver driver;

    private OrderDriver(Path stateDir, UnaryOperator<Flow<Order>> defect) {
        InMemorySchemaRegistry registry = InMemorySchemaRegistry.withContract();
        serializer = MessageSerializer.create(registry);
        deserializer = MessageDeserializer.create(registry);
        DecisionListener listener = (topic, outcome, detail) -> dealtWith.add(outcome + " " + detail);
        OrderDecider decider = new OrderDecider(SagaSettings.STANDARD);
        DecisionTopology<Order> topology = OrderTopology.running(
                () -> defect.apply(new OrderFlow(decider)), deserializer, serializer, TIMER, listener);
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology.build(), properties, Facts.NOON);
    }

    static OrderDriver start(Path stateDir) {
        return new OrderDriver(stateDir, flow -> flow);
    }

    /** With a flow that a test has broken. */
    static OrderDriver start(Path stateDir, UnaryOperator<Flow<Order>> defect) {
        return new OrderDriver(stateDir, defect);
    }

    void send(Message... messages) {
        for (Message message : messages) {
            send(Topics.of(message.getClass()), MessageKey.of(message), serializer.serialize(message));
        }
    }

    void send(Topic topic, String key, byte @Nullable [] value) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key.getBytes(UTF_8), value));
    }

    byte[] bytesOf(Message message) {
        return serializer.serialize(message);
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** What was written to the topic since it was last read. */
    List<Message> read(Topic topic) {
        return records(topic).stream()
                .map(record -> deserializer.deserialize(record.value()))
                .toList();
    }

    /** As {@link #read}, only what kind of messages. */
    List<String> kinds(Topic topic) {
        return read(topic).stream()
                .map(message -> message.getClass().getSimpleName())
                .toList();
    }

    List<TestRecord<byte[], byte[]>> records(Topic topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Nullable
    Order stored(String orderId) {
        return OrderFlow.SERDE.deserialize(
                OrderFlow.STORE,
                driver.<String, byte[]>getKeyValueStore(OrderFlow.STORE).get(orderId));
    }

    @Override
    public void close() {
        driver.close();
    }
}
