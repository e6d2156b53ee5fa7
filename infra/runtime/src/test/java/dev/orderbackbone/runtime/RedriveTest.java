package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.runtime.ParkedHeaders.Origin;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of parked records that operators send back. */
class RedriveTest {
    private static final byte[] GARBAGE = {0, 0, 0, 0, 99, 1, 2, 3};

    @TempDir
    private Path stateDir;

    @TempDir
    private Path otherStateDir;

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
    void decidesOnParkedRecordsInTheirOrderAndFreesTheirLine() {
        List<TestRecord<byte[], byte[]>> parked = parkedWith("fail", "two", "three");
        driver.mended.set(true);

        parked.forEach(driver::redrive);
        driver.cancel("a", "four");

        assertThat(driver.details()).containsExactly("fail 1", "two 2", "three 3", "four 4");
        assertThat(driver.redriveTally()).isEqualTo(new Tally(3, 0, List.of()));
        assertThat(driver.tally()).isEqualTo(new Tally(1, 3, List.of()));
        assertThat(driver.parked.isEmpty()).isTrue();
    }

    @Test
    void countsWhatTheDeciderIgnoresOfThem() {
        List<TestRecord<byte[], byte[]>> parked = parkedWith("fail", "ignore");
        driver.mended.set(true);

        parked.forEach(driver::redrive);

        assertThat(driver.redriveTally()).isEqualTo(new Tally(1, 0, List.of(new IgnoredCount("told-to", 1))));
    }

    @Test
    void parksWhatFailsAgainInItsPlaceAndLetsNothingOvertakeIt() {
        List<TestRecord<byte[], byte[]>> parked = parkedWith("fail", "two");

        parked.forEach(driver::redrive);

        assertThat(driver.events.isEmpty()).isTrue();
        TestRecord<byte[], byte[]> again = driver.parked.readRecord();
        assertThat(driver.parked.isEmpty()).isTrue();
        assertThat(again.value()).isEqualTo(parked.getFirst().value());
        assertThat(CountingDriver.reasonOf(again)).isEqualTo("DECIDER_FAILED");
        assertThat(CountingDriver.header(again, ParkedHeaders.ATTEMPT)).isEqualTo("2");
        assertThat(CountingDriver.header(again, ParkedHeaders.REDRIVE)).isEqualTo("0");
        assertThat(again.headers().lastHeader(Redrive.OPERATION)).isNull();
        for (String kept : List.of(
                ParkedHeaders.TOPIC,
                ParkedHeaders.PARTITION,
                ParkedHeaders.OFFSET,
                ParkedHeaders.TIMESTAMP,
                ParkedHeaders.LINE,
                ParkedHeaders.PLACE)) {
            assertThat(CountingDriver.header(again, kept))
                    .as(kept)
                    .isEqualTo(CountingDriver.header(parked.getFirst(), kept));
        }
        assertThat(driver.redriveTally()).isEqualTo(new Tally(0, 1, List.of(new IgnoredCount(Redrive.BEHIND, 1))));

        driver.mended.set(true);
        driver.redrive(again);
        driver.redrive(parked.get(1));
        assertThat(driver.details()).containsExactly("fail 1", "two 2");
    }

    @Test
    void letsARecordThatComesMeanwhileWaitBehindThoseOfItsLine() {
        List<TestRecord<byte[], byte[]>> parked = parkedWith("fail", "two");
        driver.mended.set(true);
        driver.redrive(parked.get(0));

        driver.cancel("a", "three");

        TestRecord<byte[], byte[]> meanwhile = driver.parked.readRecord();
        assertThat(CountingDriver.reasonOf(meanwhile)).isEqualTo("BEHIND_PARKED");
        driver.redrive(parked.get(1));
        driver.redrive(meanwhile);
        driver.cancel("a", "four");
        assertThat(driver.details()).containsExactly("fail 1", "two 2", "three 3", "four 4");
    }

    @Test
    void dealsWithAParkedRecordOnceHoweverOftenItIsSent() {
        List<TestRecord<byte[], byte[]>> parked = parkedWith("fail", "fail again");
        driver.redrive(parked.get(0));
        driver.redrive(parked.get(0));
        driver.discard(parked.get(0));
        TestRecord<byte[], byte[]> again = driver.parked.readRecord();
        driver.mended.set(true);
        driver.redrive(again);
        driver.redrive(again);
        driver.discard(again);
        driver.discard(parked.get(1));
        driver.discard(parked.get(1));
        driver.redrive(parked.get(1));

        assertThat(driver.details()).containsExactly("fail 1");
        assertThat(driver.parked.isEmpty()).isTrue();
        assertThat(driver.redriveTally()).isEqualTo(new Tally(2, 1, List.of(new IgnoredCount(Redrive.NOT_PARKED, 6))));
    }

    @Test
    void doesNotTakeARecordForAnEarlierOneThatStoodInTheSamePlace() {
        TestRecord<byte[], byte[]> first = parkedWith("fail").getFirst();
        driver.discard(first);
        TestRecord<byte[], byte[]> second = parkedWith("fail").getFirst();
        assertThat(CountingDriver.header(second, ParkedHeaders.PLACE))
                .isEqualTo(CountingDriver.header(first, ParkedHeaders.PLACE));

        driver.discard(first);
        driver.cancel("a", "three");

        assertThat(CountingDriver.reasonOf(driver.parked.readRecord())).isEqualTo("BEHIND_PARKED");
    }

    @Test
    void discardsFromAnyPlaceOfALine() {
        List<TestRecord<byte[], byte[]>> parked = parkedWith("fail", "two", "three", "four");
        driver.mended.set(true);

        driver.discard(parked.get(1));
        driver.discard(parked.get(0));
        driver.redrive(parked.get(3));
        driver.redrive(parked.get(2));
        driver.redrive(parked.get(3));
        driver.cancel("a", "five");

        assertThat(driver.details()).containsExactly("three 1", "four 2", "five 3");
        assertThat(driver.redriveTally()).isEqualTo(new Tally(4, 0, List.of(new IgnoredCount(Redrive.BEHIND, 1))));
    }

    @Test
    void freesTheLineOfARedrivenRecordAndNoOther() {
        driver.request("ann", "fail");
        driver.request("bob", "fail");
        List<TestRecord<byte[], byte[]>> parked = driver.parked.readRecordsToList();
        driver.discard(parked.get(0));

        driver.request("ann", "one");
        driver.request("bob", "two");

        assertThat(driver.details()).containsExactly("one 1");
        assertThat(CountingDriver.reasonOf(driver.parked.readRecord())).isEqualTo("BEHIND_PARKED");
    }

    @Test
    void decidesOnADeadlineThatPassedWhileItsKeyWasStopped() {
        driver.cancel("a", "one");
        List<TestRecord<byte[], byte[]>> parked = parkedWith("fail");
        driver.advance(CountingFlow.PATIENCE.plusSeconds(1));
        assertThat(driver.details()).containsExactly("one 1");

        driver.discard(parked.getFirst());
        driver.advance(Duration.ofSeconds(1));

        assertThat(driver.deserializer.deserialize(driver.events.readRecord().value()))
                .isInstanceOf(OrderExpired.class);
        assertThat(driver.events.isEmpty()).isTrue();
    }

    @Test
    void decidesAgainOnADeadlineThatFailedAndThenOnWhatWaitedBehindIt() {
        driver.cancel("bad", "one");
        driver.advance(CountingFlow.PATIENCE.plusSeconds(1));
        driver.cancel("bad", "two");
        assertThat(driver.details()).containsExactly("one 1");
        List<TestRecord<byte[], byte[]>> parked = driver.parked.readRecordsToList();

        driver.redrive(parked.get(0));
        TestRecord<byte[], byte[]> again = driver.parked.readRecord();
        assertThat(CountingDriver.reasonOf(again)).isEqualTo("DEADLINE_FAILED");
        assertThat(CountingDriver.header(again, ParkedHeaders.ATTEMPT)).isEqualTo("2");
        driver.mended.set(true);
        driver.redrive(parked.get(0));
        driver.redrive(again);
        driver.redrive(parked.get(1));

        assertThat(driver.deserializer.deserialize(driver.events.readRecord().value()))
                .isInstanceOf(OrderExpired.class);
        assertThat(driver.details()).containsExactly("two 101");
        assertThat(driver.redriveTally()).isEqualTo(new Tally(2, 1, List.of(new IgnoredCount(Redrive.NOT_PARKED, 1))));
    }

    @Test
    void takesWhatDidNotDecodeWhenItIsEditedAndOnce() {
        driver.intake.pipeInput("a".getBytes(UTF_8), GARBAGE);
        TestRecord<byte[], byte[]> parked = driver.parked.readRecord();
        byte[] mended = driver.cancellation("a", "mended");

        driver.redriveEdited(parked, mended);
        driver.redriveEdited(parked, mended);
        driver.discard(parked);

        assertThat(driver.details()).containsExactly("mended 1");
        assertThat(driver.redriveTally()).isEqualTo(new Tally(1, 0, List.of(new IgnoredCount(Redrive.NOT_PARKED, 2))));
    }

    @Test
    void parksWhatStillDoesNotDecodeWithoutStoppingAnything() {
        driver.intake.pipeInput("a".getBytes(UTF_8), GARBAGE);
        driver.redrive(driver.parked.readRecord());
        TestRecord<byte[], byte[]> again = driver.parked.readRecord();
        driver.cancel("a", "one");

        assertThat(CountingDriver.header(again, ParkedHeaders.ATTEMPT)).isEqualTo("2");
        assertThat(again.headers().lastHeader(ParkedHeaders.LINE)).isNull();
        assertThat(driver.details()).containsExactly("one 1");
        driver.redriveEdited(again, driver.cancellation("a", "mended"));
        assertThat(driver.details()).containsExactly("mended 2");
    }

    @Test
    void letsAnEditedRecordWaitBehindTheLineThatItTurnsOutToBelongTo() {
        driver.intake.pipeInput("a".getBytes(UTF_8), GARBAGE);
        TestRecord<byte[], byte[]> garbage = driver.parked.readRecord();
        TestRecord<byte[], byte[]> first = parkedWith("fail").getFirst();

        driver.redriveEdited(garbage, driver.cancellation("a", "mended"));

        TestRecord<byte[], byte[]> behind = driver.parked.readRecord();
        assertThat(CountingDriver.reasonOf(behind)).isEqualTo("BEHIND_PARKED");
        driver.mended.set(true);
        driver.redrive(behind);
        driver.redrive(first);
        driver.redrive(behind);
        assertThat(driver.details()).containsExactly("fail 1", "mended 2");
    }

    @Test
    void keepsTheLineStoppedByARecordThatAnEditHasBroken() {
        TestRecord<byte[], byte[]> parked = parkedWith("fail").getFirst();

        driver.redriveEdited(parked, GARBAGE);
        driver.cancel("a", "two");

        List<TestRecord<byte[], byte[]>> again = driver.parked.readRecordsToList();
        assertThat(again).extracting(CountingDriver::reasonOf).containsExactly("UNDECODABLE", "BEHIND_PARKED");
        driver.redriveEdited(again.get(0), driver.cancellation("a", "one"));
        driver.redrive(again.get(1));
        assertThat(driver.details()).containsExactly("one 1", "two 2");
    }

    @Test
    void refusesWhatItDidNotDecideOnAndTakesItsDiscardOnce() {
        byte[] key = "a".getBytes(UTF_8);
        Origin elsewhere = new Origin(Topics.PAYMENTS_CALLS.name(), 0, 7, 0);
        ParkedCopy call = ParkedCopy.of(
                key,
                driver.cancellation("a", "one"),
                new RecordHeaders(),
                Topics.ORDER_EVENTS,
                elsewhere,
                ParkReason.UNDECODABLE,
                "by a worker",
                CountingDriver.START);
        TestRecord<byte[], byte[]> parked = new TestRecord<>(key, call.value(), call.headers());

        driver.redrive(parked);
        driver.discard(parked);
        driver.discard(parked);

        assertThat(driver.events.isEmpty()).isTrue();
        assertThat(driver.redriveTally())
                .isEqualTo(new Tally(
                        1,
                        0,
                        List.of(new IgnoredCount(Redrive.NOT_DECIDED, 1), new IgnoredCount(Redrive.NOT_PARKED, 1))));
    }

    @Test
    void refusesWhatWasLeftWhereItCameFromUnlessItIsEdited() {
        driver.intake.pipeInput("a".getBytes(UTF_8), new byte[RecordSize.MOST_BYTES - 100]);
        TestRecord<byte[], byte[]> parked = driver.parked.readRecord();

        driver.redrive(parked);
        assertThat(driver.redriveTally().ignored()).containsExactly(new IgnoredCount(Redrive.NO_VALUE, 1));
        driver.redriveEdited(parked, driver.cancellation("a", "shorter"));

        assertThat(driver.details()).containsExactly("shorter 1");
    }

    @Test
    void ignoresWhatDoesNotSayWhatItIsTo() {
        driver.operate("a".getBytes(UTF_8), driver.cancellation("a", "one"), new RecordHeaders());
        driver.operate(
                "a".getBytes(UTF_8), GARBAGE, parkedWith("fail").getFirst().headers());

        assertThat(driver.events.isEmpty()).isTrue();
        assertThat(driver.redriveTally()).isEqualTo(new Tally(0, 0, List.of(new IgnoredCount(Redrive.MALFORMED, 2))));
    }

    @Test
    void doesNotBelieveWhatARecordSaysItselfOfItsParking() {
        byte[] forged = "forged".getBytes(UTF_8);
        driver.intake.pipeInput(new TestRecord<>(
                "a".getBytes(UTF_8),
                GARBAGE,
                new RecordHeaders()
                        .add(ParkedHeaders.LINE, forged)
                        .add(ParkedHeaders.LEFT_AT_ORIGIN, forged)
                        .add(Redrive.ACTION, forged)
                        .add("own", forged)));

        assertThat(driver.parked.readRecord().headers().toArray())
                .filteredOn(header -> new String(header.value(), UTF_8).equals("forged"))
                .singleElement()
                .satisfies(header -> assertThat(header.key()).isEqualTo("own"));
    }

    @Test
    void knowsAllThatIsNeededAfterARestart() {
        List<TestRecord<byte[], byte[]>> parked = parkedWith("fail", "two", "three");
        driver.intake.pipeInput("b".getBytes(UTF_8), GARBAGE);
        TestRecord<byte[], byte[]> garbage = driver.parked.readRecord();
        driver.discard(garbage);
        driver.discard(parked.get(1));

        try (CountingDriver restarted = new CountingDriver(otherStateDir)) {
            restarted.restoreFrom(
                    driver, ParkedLines.LINES, StateSerde.ofResource(StoppedLine.class, "/state/StoppedLine.avsc"));
            restarted.restoreFrom(
                    driver,
                    ParkedLines.RECORDS,
                    StateSerde.ofResource(ParkedAttempt.class, "/state/ParkedAttempt.avsc"));
            restarted.mended.set(true);
            restarted.cancel("a", "four");
            restarted.redrive(garbage);
            restarted.redrive(parked.get(2));
            restarted.redrive(parked.get(0));
            restarted.redrive(parked.get(1));
            restarted.redrive(parked.get(2));
            restarted.redrive(restarted.parked.readRecord());

            assertThat(restarted.details()).containsExactly("fail 1", "three 2", "four 3");
        }
    }

    /** Parks cancellations of order "a". */
    private List<TestRecord<byte[], byte[]>> parkedWith(String... reasons) {
        for (String reason : reasons) {
            driver.cancel("a", reason);
        }
        List<TestRecord<byte[], byte[]>> parked = driver.parked.readRecordsToList();
        assertThat(parked).hasSize(reasons.length);
        return parked;
    }
}
