package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** The common processor with a {@link CountingFlow}. */
final class CountingDriver implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final InMemorySchemaRegistry REGISTRY = new InMemorySchemaRegistry();

    static {
        SchemaDeployment.registerAll(REGISTRY);
    }

    final List<String> dealtWith = new ArrayList<>();
    final AtomicBoolean mended = new AtomicBoolean();
    final MessageSerializer serializer = MessageSerializer.create(REGISTRY);
    final MessageDeserializer deserializer = MessageDeserializer.create(REGISTRY);
    final TestInputTopic<byte[], byte[]> intake;
    final TestOutputTopic<byte[], byte[]> events;
    final TestOutputTopic<byte[], byte[]> parked;
    private final TestInputTopic<byte[], byte[]> redrive;
    private final TopologyTestDriver driver;
    private int written;

    CountingDriver(Path stateDir) {
        DecisionTopology<Long> topology = new DecisionTopology<>(
                Topics.ORDER_EVENTS,
                List.of(Topics.ORDERS_INTAKE),
                List.of(Topics.ORDERS_EVENTS),
                List.of(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(CountingFlow.STORE), Serdes.String(), Serdes.Long())),
                () -> new CountingFlow(START, mended::get),
                deserializer,
                serializer,
                Duration.ofMillis(250),
                (topic, outcome, detail) -> dealtWith.add(outcome + " " + detail));
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology.build(), properties, START);
        ByteArraySerializer in = new ByteArraySerializer();
        ByteArrayDeserializer out = new ByteArrayDeserializer();
        intake = driver.createInputTopic(Topics.ORDERS_INTAKE.name(), in, in);
        redrive = driver.createInputTopic(Topics.ORDER_EVENTS_REDRIVE.name(), in, in);
        events = driver.createOutputTopic(Topics.ORDERS_EVENTS.name(), out, out);
        parked = driver.createOutputTopic(Topics.ORDER_EVENTS_PARKED.name(), out, out);
    }

    @Override
    public void close() {
        driver.close();
    }

    void cancel(String orderId, String reason) {
        intake.pipeInput(orderId.getBytes(UTF_8), cancellation(orderId, reason));
    }

    byte[] cancellation(String orderId, String reason) {
        return serializer.serialize(new CancellationRequested(meta(orderId), "r" + written, reason, "test"));
    }

    void request(String requestedBy, String reason) {
        Message request = new CancellationRequested(meta("shared"), "r" + written, reason, requestedBy);
        intake.pipeInput("shared".getBytes(UTF_8), serializer.serialize(request));
    }

    void redrive(TestRecord<byte[], byte[]> record) {
        operate(record, Redrive.Action.REDRIVE);
    }

    void discard(TestRecord<byte[], byte[]> record) {
        operate(record, Redrive.Action.DISCARD);
    }

    void redriveEdited(TestRecord<byte[], byte[]> record, byte[] value) {
        operate(record.key(), value, Redrive.headers(record.headers(), Redrive.Action.REDRIVE, "op-1", true));
    }

    void operate(byte[] key, byte[] value, Headers headers) {
        redrive.pipeInput(new TestRecord<>(key, value, headers));
    }

    private void operate(TestRecord<byte[], byte[]> record, Redrive.Action action) {
        operate(record.key(), record.value(), Redrive.headers(record.headers(), action, "op-1", false));
    }

    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    Meta meta(String orderId) {
        UUID id = EventIds.root(START, new UUID(++written, written));
        return new Meta(id, orderId, 0, START, id, "shop");
    }

    /** Reasons and sequences of what was cancelled since the last look. */
    List<String> details() {
        return events.readRecordsToList().stream()
                .map(record -> (OrderCancelled) deserializer.deserialize(record.value()))
                .map(cancelled -> cancelled.detail() + " " + cancelled.meta().sequence())
                .toList();
    }

    Tally tally() {
        return tallyOf(Topics.ORDERS_INTAKE.name());
    }

    Tally redriveTally() {
        return tallyOf(Topics.ORDER_EVENTS_REDRIVE.name());
    }

    <V> KeyValueStore<String, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    /** The last value of each key of a store's changelog, as a restart would find it. */
    <V> void restoreFrom(CountingDriver before, String store, Deserializer<V> values) {
        TestOutputTopic<String, byte[]> changelog = before.driver.createOutputTopic(
                before.driver.producedTopicNames().stream()
                        .filter(topic -> topic.endsWith("-" + store + "-changelog"))
                        .findFirst()
                        .orElseThrow(),
                Serdes.String().deserializer(),
                new ByteArrayDeserializer());
        KeyValueStore<String, V> restored = store(store);
        changelog
                .readKeyValuesToList()
                .forEach(change -> restored.put(change.key, values.deserialize(store, change.value)));
    }

    private Tally tallyOf(String topic) {
        KeyValueStore<String, Tally> tally = store(DecidingProcessor.TALLY);
        Tally counted = tally.get(topic);
        return counted == null ? Tally.NONE : counted;
    }

    static String reasonOf(TestRecord<byte[], byte[]> record) {
        return header(record, ParkedHeaders.REASON);
    }

    static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
