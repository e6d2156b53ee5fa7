package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.payment.VoidPayment;
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
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidingProcessorTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path stateDir;

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final List<String> dealtWith = new ArrayList<>();
    private MessageSerializer serializer;
    private MessageDeserializer deserializer;
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> intake;
    private TestOutputTopic<byte[], byte[]> events;
    private TestOutputTopic<byte[], byte[]> parked;
    private int written;

    @BeforeEach
    void start() {
        SchemaDeployment.registerAll(registry);
        serializer = MessageSerializer.create(registry);
        deserializer = MessageDeserializer.create(registry);
        DecisionTopology<Long> topology = new DecisionTopology<>(
                Topics.ORDER_EVENTS,
                List.of(Topics.ORDERS_INTAKE),
                List.of(Topics.ORDERS_EVENTS),
                List.of(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(CountingFlow.STORE), Serdes.String(), Serdes.Long())),
                () -> new CountingFlow(START),
                deserializer,
                serializer,
                Duration.ofMillis(250),
                (topic, outcome, detail) -> dealtWith.add(outcome + " " + detail));
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology.build(), properties, START);
        intake = driver.createInputTopic(
                Topics.ORDERS_INTAKE.name(), new ByteArraySerializer(), new ByteArraySerializer());
        events = driver.createOutputTopic(
                Topics.ORDERS_EVENTS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        parked = driver.createOutputTopic(
                Topics.ORDER_EVENTS_PARKED.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void storesTheStateAndSendsTheMessagesOfADecision() {
        cancel("a", "one");
        cancel("a", "two");

        assertThat(details()).containsExactly("one 1", "two 2");
        assertThat(tally()).isEqualTo(new Tally(2, 0, List.of()));
    }

    @Test
    void countsWhatIsIgnoredByItsReasonAndSendsNothing() {
        cancel("a", "ignore");
        cancel("a", "ignore");

        assertThat(events.isEmpty()).isTrue();
        assertThat(tally()).isEqualTo(new Tally(0, 0, List.of(new IgnoredCount("told-to", 2))));
        assertThat(dealtWith).containsExactly("IGNORED told-to", "IGNORED told-to");
    }

    @Test
    void parksARecordThatTheDeciderFailsOnAndTheLaterOnesOfItsKeyInOrderWhileOthersFlow() {
        cancel("a", "one");
        cancel("a", "fail");
        cancel("a", "two");
        cancel("b", "one");

        assertThat(details()).containsExactly("one 1", "one 1");
        List<TestRecord<byte[], byte[]>> records = parked.readRecordsToList();
        assertThat(records).extracting(record -> reasonOf(record)).containsExactly("DECIDER_FAILED", "BEHIND_PARKED");
        assertThat(((CancellationRequested)
                                deserializer.deserialize(records.get(1).value()))
                        .reason())
                .isEqualTo("two");
        assertThat(header(records.get(0), ParkedHeaders.TOPIC)).isEqualTo("orders.intake.v1");
        assertThat(header(records.get(0), ParkedHeaders.OFFSET)).isEqualTo("1");
        assertThat(header(records.get(0), ParkedHeaders.ERROR)).contains("told to fail");
        assertThat(tally()).isEqualTo(new Tally(2, 2, List.of()));
    }

    @Test
    void stopsOnlyTheLineOfARecordThatTheDeciderFailsOn() {
        request("ann", "fail");
        request("bob", "one");
        request("ann", "two");

        assertThat(details()).containsExactly("one 1");
        assertThat(parked.readRecordsToList())
                .extracting(record -> reasonOf(record))
                .containsExactly("DECIDER_FAILED", "BEHIND_PARKED");
    }

    @Test
    void storesNothingOfADecisionWhoseMessageMayNotBeSent() {
        cancel("a", "stray");

        KeyValueStore<String, Long> counts = driver.getKeyValueStore(CountingFlow.STORE);
        assertThat(counts.get("a")).isNull();
        assertThat(reasonOf(parked.readRecord())).isEqualTo("DECIDER_FAILED");
    }

    @Test
    void parksBytesThatAreNoMessageUntouchedAndGoesOnWithTheKey() {
        byte[] garbage = {0, 0, 0, 0, 99, 1, 2, 3};
        intake.pipeInput(
                new TestRecord<>("a".getBytes(UTF_8), garbage, new RecordHeaders().add("own", new byte[] {7})));
        intake.pipeInput(new TestRecord<>("a".getBytes(UTF_8), null));
        cancel("a", "one");

        List<TestRecord<byte[], byte[]>> records = parked.readRecordsToList();
        assertThat(records.get(0).value()).isEqualTo(garbage);
        assertThat(records.get(0).headers().lastHeader("own").value()).containsExactly(7);
        assertThat(records.get(1).value()).isNull();
        assertThat(records).extracting(record -> reasonOf(record)).containsOnly("UNDECODABLE");
        assertThat(details()).containsExactly("one 1");
    }

    @Test
    void leavesTheBytesOfARecordThatNoBrokerWouldTakeWithItsParkingWhereTheyCameFrom() {
        byte[] garbage = new byte[RecordSize.MOST_BYTES - 100];
        intake.pipeInput("a".getBytes(UTF_8), garbage);
        cancel("a", "one");

        TestRecord<byte[], byte[]> record = parked.readRecord();
        assertThat(record.key()).isEqualTo("a".getBytes(UTF_8));
        assertThat(record.value()).isNull();
        assertThat(reasonOf(record)).isEqualTo("UNDECODABLE");
        assertThat(header(record, ParkedHeaders.LEFT_AT_ORIGIN)).isEqualTo(Integer.toString(garbage.length + 1));
        assertThat(header(record, ParkedHeaders.OFFSET)).isEqualTo("0");
        assertThat(details()).containsExactly("one 1");
    }

    @Test
    void parksARecordLargerThanAnyMessageWhateverIsInIt() {
        byte[] huge = serializer.serialize(
                new CancellationRequested(meta("a"), "r1", "x".repeat(RecordSize.MOST_BYTES), "test"));
        byte[] longKey = new byte[2 * RecordSize.MOST_BYTES];
        intake.pipeInput("a".getBytes(UTF_8), huge);
        intake.pipeInput(longKey, new byte[] {1});
        cancel("a", "one");

        List<TestRecord<byte[], byte[]>> records = parked.readRecordsToList();
        assertThat(records).extracting(record -> reasonOf(record)).containsExactly("TOO_LARGE", "TOO_LARGE");
        assertThat(records.get(1).key()).isNull();
        assertThat(details()).containsExactly("one 1");
        assertThat(tally()).isEqualTo(new Tally(1, 2, List.of()));
    }

    @Test
    void parksARecordThatLeadsToAMessageNoBrokerWouldTake() {
        cancel("a", "x".repeat(RecordSize.MOST_BYTES - 150));
        cancel("b", "one");

        assertThat(reasonOf(parked.readRecord())).isEqualTo("DECIDER_FAILED");
        assertThat(details()).containsExactly("one 1");
    }

    @Test
    void takesARecordWithoutATimestamp() {
        Message request = new CancellationRequested(meta("a"), "r1", "one", "test");
        intake.pipeInput(new TestRecord<>(
                "a".getBytes(UTF_8), serializer.serialize(request), new RecordHeaders(), Instant.ofEpochMilli(-1)));

        assertThat(events.readRecord().timestamp()).isNotNegative();
    }

    @Test
    void parksAMessageThatTheTopicDoesNotCarry() {
        intake.pipeInput("a".getBytes(UTF_8), serializer.serialize(new VoidPayment(meta("a"), "wrong topic")));

        assertThat(reasonOf(parked.readRecord())).isEqualTo("WRONG_TOPIC");
    }

    @Test
    void parksAMessageWithoutAKey() {
        intake.pipeInput(null, serializer.serialize(new CancellationRequested(meta("a"), "r1", "one", "test")));
        cancel("a", "two");

        assertThat(reasonOf(parked.readRecord())).isEqualTo("MISPLACED");
        assertThat(parked.isEmpty()).isTrue();
        assertThat(events.readRecordsToList()).hasSize(1);
    }

    @Test
    void decidesOnAPassedDeadlineOnce() {
        cancel("a", "one");
        driver.advanceWallClockTime(CountingFlow.PATIENCE.minusMillis(1));
        assertThat(events.readRecordsToList()).hasSize(1);

        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofSeconds(30));

        assertThat(events.readRecordsToList())
                .singleElement()
                .satisfies(record ->
                        assertThat(deserializer.deserialize(record.value())).isInstanceOf(OrderExpired.class));
    }

    @Test
    void parksTheKeyOfADeadlineThatCannotBeDecidedOn() {
        cancel("bad", "one");
        events.readRecord();
        driver.advanceWallClockTime(CountingFlow.PATIENCE.plusSeconds(1));
        cancel("bad", "two");

        assertThat(parked.readRecordsToList())
                .extracting(record -> reasonOf(record))
                .containsExactly("DEADLINE_FAILED", "BEHIND_PARKED");
        assertThat(events.isEmpty()).isTrue();
    }

    @Test
    void handsTheTraceOnAndDescribesPublicEventsAsCloudEvents() {
        intake.pipeInput(new TestRecord<>(
                "a".getBytes(UTF_8),
                serializer.serialize(new CancellationRequested(meta("a"), "r1", "one", "test")),
                new RecordHeaders().add("traceparent", "00-abc-def-01".getBytes(UTF_8))));

        TestRecord<byte[], byte[]> event = events.readRecord();
        assertThat(header(event, "traceparent")).isEqualTo("00-abc-def-01");
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_source")).isEqualTo("/stores/shop");
        assertThat(header(event, "ce_type")).isEqualTo(OrderCancelled.class.getName());
    }

    private void cancel(String orderId, String reason) {
        Message request = new CancellationRequested(meta(orderId), "r" + written, reason, "test");
        intake.pipeInput(orderId.getBytes(UTF_8), serializer.serialize(request));
    }

    private void request(String requestedBy, String reason) {
        Message request = new CancellationRequested(meta("shared"), "r" + written, reason, requestedBy);
        intake.pipeInput("shared".getBytes(UTF_8), serializer.serialize(request));
    }

    private Meta meta(String orderId) {
        UUID id = EventIds.root(START, new UUID(++written, written));
        return new Meta(id, orderId, 0, START, id, "shop");
    }

    private List<String> details() {
        return events.readRecordsToList().stream()
                .map(record -> (OrderCancelled) deserializer.deserialize(record.value()))
                .map(cancelled -> cancelled.detail() + " " + cancelled.meta().sequence())
                .toList();
    }

    private Tally tally() {
        KeyValueStore<String, Tally> tally = driver.getKeyValueStore(DecidingProcessor.TALLY);
        return tally.get(Topics.ORDERS_INTAKE.name());
    }

    private static String reasonOf(TestRecord<byte[], byte[]> record) {
        return header(record, ParkedHeaders.REASON);
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
