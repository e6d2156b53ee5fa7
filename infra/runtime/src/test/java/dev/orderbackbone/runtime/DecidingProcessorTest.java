package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidingProcessorTest {
    @TempDir
    private Path stateDir;

    private CountingDriver driver;

    @BeforeEach
    void start() {
        driver = new CountingDriver(stateDir);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void storesTheStateAndSendsTheMessagesOfADecision() {
        driver.cancel("a", "one");
        driver.cancel("a", "two");

        assertThat(driver.details()).containsExactly("one 1", "two 2");
        assertThat(driver.tally()).isEqualTo(new Tally(2, 0, List.of()));
    }

    @Test
    void countsWhatIsIgnoredByItsReasonAndSendsNothing() {
        driver.cancel("a", "ignore");
        driver.cancel("a", "ignore");

        assertThat(driver.events.isEmpty()).isTrue();
        assertThat(driver.tally()).isEqualTo(new Tally(0, 0, List.of(new IgnoredCount("told-to", 2))));
        assertThat(driver.dealtWith).containsExactly("IGNORED told-to", "IGNORED told-to");
    }

    @Test
    void parksARecordThatTheDeciderFailsOnAndTheLaterOnesOfItsKeyInOrderWhileOthersFlow() {
        driver.cancel("a", "one");
        driver.cancel("a", "fail");
        driver.cancel("a", "two");
        driver.cancel("b", "one");

        assertThat(driver.details()).containsExactly("one 1", "one 1");
        List<TestRecord<byte[], byte[]>> records = driver.parked.readRecordsToList();
        assertThat(records)
                .extracting(record -> CountingDriver.reasonOf(record))
                .containsExactly("DECIDER_FAILED", "BEHIND_PARKED");
        assertThat(((CancellationRequested)
                                driver.deserializer.deserialize(records.get(1).value()))
                        .reason())
                .isEqualTo("two");
        assertThat(CountingDriver.header(records.get(0), ParkedHeaders.TOPIC)).isEqualTo("orders.intake.v1");
        assertThat(CountingDriver.header(records.get(0), ParkedHeaders.OFFSET)).isEqualTo("1");
        assertThat(CountingDriver.header(records.get(0), ParkedHeaders.ERROR)).contains("told to fail");
        assertThat(driver.tally()).isEqualTo(new Tally(2, 2, List.of()));
    }

    @Test
    void stopsOnlyTheLineOfARecordThatTheDeciderFailsOn() {
        driver.request("ann", "fail");
        driver.request("bob", "one");
        driver.request("ann", "two");

        assertThat(driver.details()).containsExactly("one 1");
        assertThat(driver.parked.readRecordsToList())
                .extracting(record -> CountingDriver.reasonOf(record))
                .containsExactly("DECIDER_FAILED", "BEHIND_PARKED");
    }

    @Test
    void storesNothingOfADecisionWhoseMessageMayNotBeSent() {
        driver.cancel("a", "stray");

        KeyValueStore<String, Long> counts = driver.store(CountingFlow.STORE);
        assertThat(counts.get("a")).isNull();
        assertThat(CountingDriver.reasonOf(driver.parked.readRecord())).isEqualTo("DECIDER_FAILED");
    }

    @Test
    void parksBytesThatAreNoMessageUntouchedAndGoesOnWithTheKey() {
        byte[] garbage = {0, 0, 0, 0, 99, 1, 2, 3};
        driver.intake.pipeInput(
                new TestRecord<>("a".getBytes(UTF_8), garbage, new RecordHeaders().add("own", new byte[] {7})));
        driver.intake.pipeInput(new TestRecord<>("a".getBytes(UTF_8), null));
        driver.cancel("a", "one");

        List<TestRecord<byte[], byte[]>> records = driver.parked.readRecordsToList();
        assertThat(records.get(0).value()).isEqualTo(garbage);
        assertThat(records.get(0).headers().lastHeader("own").value()).containsExactly(7);
        assertThat(records.get(1).value()).isNull();
        assertThat(records)
                .extracting(record -> CountingDriver.reasonOf(record))
                .containsOnly("UNDECODABLE");
        assertThat(driver.details()).containsExactly("one 1");
    }

    @Test
    void leavesTheBytesOfARecordThatNoBrokerWouldTakeWithItsParkingWhereTheyCameFrom() {
        byte[] garbage = new byte[RecordSize.MOST_BYTES - 100];
        driver.intake.pipeInput("a".getBytes(UTF_8), garbage);
        driver.cancel("a", "one");

        TestRecord<byte[], byte[]> record = driver.parked.readRecord();
        assertThat(record.key()).isEqualTo("a".getBytes(UTF_8));
        assertThat(record.value()).isNull();
        assertThat(CountingDriver.reasonOf(record)).isEqualTo("UNDECODABLE");
        assertThat(CountingDriver.header(record, ParkedHeaders.LEFT_AT_ORIGIN))
                .isEqualTo(Integer.toString(garbage.length + 1));
        assertThat(CountingDriver.header(record, ParkedHeaders.OFFSET)).isEqualTo("0");
        assertThat(driver.details()).containsExactly("one 1");
    }

    @Test
    void parksARecordLargerThanAnyMessageWhateverIsInIt() {
        byte[] huge = driver.serializer.serialize(
                new CancellationRequested(driver.meta("a"), "r1", "x".repeat(RecordSize.MOST_BYTES), "test"));
        byte[] longKey = new byte[2 * RecordSize.MOST_BYTES];
        driver.intake.pipeInput("a".getBytes(UTF_8), huge);
        driver.intake.pipeInput(longKey, new byte[] {1});
        driver.cancel("a", "one");

        List<TestRecord<byte[], byte[]>> records = driver.parked.readRecordsToList();
        assertThat(records)
                .extracting(record -> CountingDriver.reasonOf(record))
                .containsExactly("TOO_LARGE", "TOO_LARGE");
        assertThat(records.get(1).key()).isNull();
        assertThat(driver.details()).containsExactly("one 1");
        assertThat(driver.tally()).isEqualTo(new Tally(1, 2, List.of()));
    }

    @Test
    void parksARecordThatLeadsToAMessageNoBrokerWouldTake() {
        driver.cancel("a", "x".repeat(RecordSize.MOST_BYTES - 150));
        driver.cancel("b", "one");

        assertThat(CountingDriver.reasonOf(driver.parked.readRecord())).isEqualTo("DECIDER_FAILED");
        assertThat(driver.details()).containsExactly("one 1");
    }

    @Test
    void takesARecordWithoutATimestamp() {
        Message request = new CancellationRequested(driver.meta("a"), "r1", "one", "test");
        driver.intake.pipeInput(new TestRecord<>(
                "a".getBytes(UTF_8),
                driver.serializer.serialize(request),
                new RecordHeaders(),
                Instant.ofEpochMilli(-1)));

        assertThat(driver.events.readRecord().timestamp()).isNotNegative();
    }

    @Test
    void parksAMessageThatTheTopicDoesNotCarry() {
        driver.intake.pipeInput(
                "a".getBytes(UTF_8), driver.serializer.serialize(new VoidPayment(driver.meta("a"), "wrong topic")));

        assertThat(CountingDriver.reasonOf(driver.parked.readRecord())).isEqualTo("WRONG_TOPIC");
    }

    @Test
    void parksAMessageWithoutAKey() {
        driver.intake.pipeInput(
                null, driver.serializer.serialize(new CancellationRequested(driver.meta("a"), "r1", "one", "test")));
        driver.cancel("a", "two");

        assertThat(CountingDriver.reasonOf(driver.parked.readRecord())).isEqualTo("MISPLACED");
        assertThat(driver.parked.isEmpty()).isTrue();
        assertThat(driver.events.readRecordsToList()).hasSize(1);
    }

    @Test
    void decidesOnAPassedDeadlineOnce() {
        driver.cancel("a", "one");
        driver.advance(CountingFlow.PATIENCE.minusMillis(1));
        assertThat(driver.events.readRecordsToList()).hasSize(1);

        driver.advance(Duration.ofSeconds(1));
        driver.advance(Duration.ofSeconds(30));

        assertThat(driver.events.readRecordsToList())
                .singleElement()
                .satisfies(record -> assertThat(driver.deserializer.deserialize(record.value()))
                        .isInstanceOf(OrderExpired.class));
    }

    @Test
    void parksTheKeyOfADeadlineThatCannotBeDecidedOn() {
        driver.cancel("bad", "one");
        driver.events.readRecord();
        driver.advance(CountingFlow.PATIENCE.plusSeconds(1));
        driver.cancel("bad", "two");

        assertThat(driver.parked.readRecordsToList())
                .extracting(record -> CountingDriver.reasonOf(record))
                .containsExactly("DEADLINE_FAILED", "BEHIND_PARKED");
        assertThat(driver.events.isEmpty()).isTrue();
    }

    @Test
    void handsTheTraceOnAndDescribesPublicEventsAsCloudEvents() {
        driver.intake.pipeInput(new TestRecord<>(
                "a".getBytes(UTF_8),
                driver.serializer.serialize(new CancellationRequested(driver.meta("a"), "r1", "one", "test")),
                new RecordHeaders().add("traceparent", "00-abc-def-01".getBytes(UTF_8))));

        TestRecord<byte[], byte[]> event = driver.events.readRecord();
        assertThat(CountingDriver.header(event, "traceparent")).isEqualTo("00-abc-def-01");
        assertThat(CountingDriver.header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(CountingDriver.header(event, "ce_source")).isEqualTo("/stores/shop");
        assertThat(CountingDriver.header(event, "ce_type")).isEqualTo(OrderCancelled.class.getName());
    }
}
