package dev.orderbackbone.runtime;

import static dev.orderbackbone.runtime.CallLog.approved;
import static dev.orderbackbone.runtime.CallLog.call;
import static dev.orderbackbone.runtime.CallLog.calls;
import static dev.orderbackbone.runtime.CallLog.orderOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.runtime.EffectListener.Outcome;
import dev.orderbackbone.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker. */
class EffectWorkerTest {
    private static final EffectSettings SETTINGS = new EffectSettings(1024, Duration.ofSeconds(1));
    private static final EffectSettings IMPATIENT = new EffectSettings(1024, Duration.ofMillis(100));

    @TempDir
    static Path folder;

    private static CallLog log;
    private static GroupOffsets offsets;

    private final Counts counts = new Counts();

    @BeforeAll
    static void startBroker() throws Exception {
        log = CallLog.start(folder);
        offsets = new GroupOffsets(log.kafka());
    }

    @AfterAll
    static void stopBroker() {
        offsets.close();
        log.close();
    }

    @Test
    void writesAnAnswerToEachRequest() throws Exception {
        log.ask(calls("answered", 500));

        try (EffectWorker worker = log.worker(only("answered", (call, delivery) -> approved(call)), SETTINGS, counts);
                LogReader answers = log.answers("answered")) {
            assertThat(answers.awaitMessages(500)).map(CallLog::orderOf).doesNotHaveDuplicates();
            assertThat(worker.isRunning()).isTrue();
            Await.until("all are counted", () -> counts.of(Outcome.ANSWERED) == 500);
        }
    }

    @Test
    void neverCarriesOutWhatWasAborted() throws Exception {
        Set<String> performed = ConcurrentHashMap.newKeySet();
        Map<String, Object> transactional = Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "some-service");
        try (KafkaProducer<byte[], byte[]> producer = log.producer(transactional);
                EffectWorker worker = log.worker(
                        only("transaction", (call, delivery) -> {
                            performed.add(orderOf(call));
                            return approved(call);
                        }),
                        SETTINGS,
                        counts);
                LogReader answers = log.answers("transaction")) {
            producer.initTransactions();
            transaction(producer, calls("transaction-aborted", 100), false);
            transaction(producer, calls("transaction-committed", 100), true);
            transaction(producer, calls("transaction-aborted-too", 100), false);
            transaction(producer, calls("transaction-committed-too", 100), true);

            answers.await(200);
            assertThat(worker.isRunning()).isTrue();
            assertThat(performed).hasSize(200).noneMatch(order -> order.contains("aborted"));
            offsets.awaitEnd();
        }
    }

    @Test
    void doesNotLetSlowRequestsHoldUpOthers() throws Exception {
        CountDownLatch slowMayEnd = new CountDownLatch(1);
        Effect<GatewayCall> effect = only("patient", (call, delivery) -> {
            if (orderOf(call).contains("slow")) {
                slowMayEnd.await();
            }
            return approved(call);
        });
        try (EffectWorker worker = log.worker(effect, SETTINGS, counts);
                LogReader fast = log.answers("patient-fast");
                LogReader slow = log.answers("patient-slow")) {
            log.ask(calls("patient-slow", 40));
            Await.until("all slow ones are under way", () -> worker.underWay() == 40);

            log.ask(calls("patient-fast", 400));

            fast.await(400);
            assertThat(slow.all()).isEmpty();
            slowMayEnd.countDown();
            slow.await(40);
        }
    }

    @Test
    void carriesOutHundredsAtATime() throws Exception {
        CountDownLatch allAtOnce = new CountDownLatch(400);
        Effect<GatewayCall> effect = only("crowd", (call, delivery) -> {
            allAtOnce.countDown();
            allAtOnce.await();
            return approved(call);
        });
        log.ask(calls("crowd", 400));

        try (EffectWorker worker = log.worker(effect, SETTINGS, counts);
                LogReader answers = log.answers("crowd")) {
            answers.await(400);
            assertThat(counts.mostUnderWay()).isGreaterThanOrEqualTo(400);
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void carriesOutNoMoreAtATimeThanItMay() throws Exception {
        EffectSettings few = new EffectSettings(8, Duration.ofSeconds(1));
        Effect<GatewayCall> effect = only("few", (call, delivery) -> {
            Thread.sleep(20);
            return approved(call);
        });
        log.ask(calls("few", 200));

        try (EffectWorker worker = log.worker(effect, few, counts);
                LogReader answers = log.answers("few")) {
            answers.await(200);
            assertThat(counts.mostUnderWay()).isBetween(2, 8);
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void doesNotCarryOutWhatIsTooLate() throws Exception {
        Instant past = Instant.now().minusSeconds(1);
        log.ask(IntStream.range(0, 10)
                .mapToObj(index -> call("late-" + index, past))
                .toList());
        log.ask(calls("late-but-in-time", 1));

        try (EffectWorker worker = log.worker(only("late", (call, delivery) -> approved(call)), SETTINGS, counts);
                LogReader answers = log.answers("late")) {
            Await.until("all are counted", () -> counts.of(Outcome.EXPIRED) >= 10);
            assertThat(answers.awaitMessages(1)).map(CallLog::orderOf).containsExactly("late-but-in-time-0");
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void parksWhatIsNoRequest() throws Exception {
        Message noRequest = approved(call("junk-answer", Instant.now()));
        log.send(Topics.PAYMENTS_CALLS, "junk-bytes", "hello".getBytes(UTF_8));
        log.send(Topics.PAYMENTS_CALLS, "junk-nothing", null);
        log.send(Topics.PAYMENTS_CALLS, "junk-answer", CallLog.SERIALIZER.serialize(noRequest));
        log.ask(calls("junk-good", 1));

        try (EffectWorker worker = log.worker(only("junk", (call, delivery) -> approved(call)), SETTINGS, counts);
                LogReader answers = log.answers("junk");
                LogReader parked = log.read(Topics.PAYMENT_PARKED, "junk")) {
            List<ConsumerRecord<byte[], byte[]>> records = parked.await(3);
            assertThat(records)
                    .extracting(record -> header(record, ParkedHeaders.REASON))
                    .containsExactlyInAnyOrder("UNDECODABLE", "UNDECODABLE", "WRONG_TOPIC");
            assertThat(records)
                    .allSatisfy(record ->
                            assertThat(header(record, ParkedHeaders.TOPIC)).isEqualTo(Topics.PAYMENTS_CALLS.name()));
            answers.await(1);
            Await.until("all are counted", () -> counts.of(Outcome.PARKED) == 3);
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void triesADefectiveEffectOnceAndGoesOn() throws Exception {
        Remembering deliveries = new Remembering("defect-bad");
        Effect<GatewayCall> effect = only("defect", (call, delivery) -> {
            if (orderOf(call).contains("bad")) {
                deliveries.note(call, delivery);
                throw new IllegalStateException("a defect");
            }
            return approved(call);
        });
        log.ask(calls("defect-bad", 4));

        try (EffectWorker worker = log.worker(effect, SETTINGS, counts);
                LogReader answers = log.answers("defect")) {
            Await.until("all failed", () -> counts.of(Outcome.FAILED) == 4);
            log.ask(calls("defect-not", 100));

            answers.await(100);
            assertThat(deliveries.deliveries())
                    .hasSize(4)
                    .allSatisfy((order, all) -> assertThat(all).containsExactly(Delivery.FIRST));
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void afterARestartOnlyWhatWasNotDoneIsRepeated() throws Exception {
        Effect<GatewayCall> slowOnes =
                only("restart", (call, delivery) -> orderOf(call).contains("slow") ? never() : approved(call));
        try (EffectWorker first = log.worker(slowOnes, IMPATIENT, counts);
                LogReader fast = log.answers("restart-fast")) {
            log.ask(calls("restart-slow", 4));
            Await.until("they are under way", () -> first.underWay() == 4);
            log.ask(calls("restart-fast", 2_000));
            fast.await(2_000);
        }
        log.ask(calls("restart-later", 100));

        Remembering effect = new Remembering("restart");
        try (EffectWorker second = log.worker(effect, SETTINGS, counts)) {
            Await.until("all came", () -> effect.orders() >= 104);
            offsets.awaitEnd();
            assertThat(effect.deliveries())
                    .hasSize(104)
                    .allSatisfy((order, deliveries) -> assertThat(deliveries)
                            .as(order)
                            .containsExactly(order.contains("slow") ? Delivery.REPEATED : Delivery.FIRST));
            assertThat(second.isRunning()).isTrue();
        }
    }

    @Test
    void triesAgainWhatCouldNotBeWrittenDown() throws Exception {
        Remembering deliveries = new Remembering("unwritten");
        Effect<GatewayCall> effect = only("unwritten", (call, delivery) -> {
            deliveries.note(call, delivery);
            return delivery.isRepeated() ? approved(call) : tooLarge(call);
        });
        log.ask(calls("unwritten", 1));

        try (EffectWorker worker = log.worker(effect, SETTINGS, counts);
                LogReader answers = log.answers("unwritten")) {
            answers.await(1);
            assertThat(deliveries.deliveries())
                    .containsExactly(Map.entry("unwritten-0", List.of(Delivery.FIRST, Delivery.REPEATED)));
            assertThat(counts.of(Outcome.RELEASED)).isEqualTo(1);
            offsets.awaitEnd();
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void handsPartitionsOverAndTakesThemBackWithoutARepetition() throws Exception {
        Remembering one = new Remembering("shared");
        Remembering other = new Remembering("shared");
        try (LogReader answers = log.answers("shared");
                EffectWorker first = log.worker(one, SETTINGS, counts)) {
            log.ask(calls("shared-a", 500));
            Await.until("the first has begun", () -> one.orders() > 0);
            int asked = 500;
            try (EffectWorker second = log.worker(other, SETTINGS, counts)) {
                while (other.orders() < 100) {
                    log.ask(calls("shared-b" + asked, 100));
                    asked += 100;
                    answers.await(asked);
                }
                assertThat(second.isRunning()).isTrue();
                log.ask(calls("shared-c", 500));
            }
            log.ask(calls("shared-d", 500));
            answers.await(asked + 1_000);
            assertThat(first.isRunning()).isTrue();
            assertThat(one.orders() + other.orders()).isEqualTo(asked + 1_000);
            assertThat(List.of(one.deliveries(), other.deliveries()))
                    .allSatisfy(deliveries -> assertThat(deliveries.values())
                            .allSatisfy(all -> assertThat(all).containsExactly(Delivery.FIRST)));
            offsets.awaitEnd();
        }
    }

    @Test
    void takesEverythingForARepetitionWhereItCannotReadWhatWasDone() throws Exception {
        settle();
        log.ask(calls("forgotten", 50));
        offsets.forgetMetadata();

        Remembering effect = new Remembering("forgotten");
        try (EffectWorker worker = log.worker(effect, SETTINGS, counts)) {
            Await.until("all came", () -> effect.orders() == 50);
            log.ask(calls("forgotten-later", 50));
            Await.until("all came", () -> effect.orders() == 100);
            assertThat(effect.deliveries())
                    .allSatisfy((order, deliveries) -> assertThat(deliveries)
                            .as(order)
                            .containsExactly(order.contains("later") ? Delivery.FIRST : Delivery.REPEATED));
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void goesOnBehindWhatWasDeleted() throws Exception {
        settle();
        log.ask(calls("deleted", 50));
        offsets.deleteRequests();

        Remembering effect = new Remembering("deleted");
        try (EffectWorker worker = log.worker(effect, SETTINGS, counts)) {
            offsets.awaitEnd();
            log.ask(calls("deleted-not", 50));
            Await.until("all came", () -> effect.orders() == 50);
            assertThat(effect.deliveries())
                    .allSatisfy((order, deliveries) -> assertThat(order).startsWith("deleted-not"));
            assertThat(worker.isRunning()).isTrue();
        }
    }

    @Test
    void goesOnWhenTheBrokerComesBack() throws Exception {
        try (EffectWorker worker = log.worker(only("broker", (call, delivery) -> approved(call)), SETTINGS, counts);
                LogReader answers = log.answers("broker")) {
            log.ask(calls("broker-before", 50));
            answers.await(50);

            log.broker().kill();
            log.broker().restart();
            log.ask(calls("broker-after", 50));

            answers.await(
                    read -> read.stream()
                                    .map(record -> new String(record.key(), UTF_8))
                                    .distinct()
                                    .count()
                            == 100,
                    "an answer for each order");
            Await.until("it runs again", worker::isRunning);
        }
    }

    /** Has all done that there is, and ends in order. */
    private void settle() throws InterruptedException {
        try (EffectWorker worker = log.worker(new Remembering("none"), SETTINGS, counts)) {
            offsets.awaitEnd();
            assertThat(worker.isRunning()).isTrue();
        }
    }

    /** No broker takes it. */
    private static Message tooLarge(GatewayCall call) {
        GatewayAnswer answer = approved(call);
        return new GatewayAnswer(
                answer.meta(),
                answer.callId(),
                answer.operation(),
                answer.operationId(),
                answer.outcome(),
                answer.authorizationId(),
                answer.amountMinor(),
                "x".repeat(2 << 20));
    }

    private static Message never() throws InterruptedException {
        new CountDownLatch(1).await();
        throw new AssertionError("nobody opens this latch");
    }

    private static void transaction(KafkaProducer<byte[], byte[]> producer, List<GatewayCall> calls, boolean commits) {
        producer.beginTransaction();
        calls.forEach(call -> {
            Future<RecordMetadata> _ = producer.send(CallLog.record(call));
        });
        producer.flush();
        if (commits) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /** What a test does for a request. */
    private interface Deed {
        Message perform(GatewayCall call, Delivery delivery) throws InterruptedException;
    }

    /** For the requests of one test: what others left behind is answered at once. */
    private static Effect<GatewayCall> only(String orders, Deed deed) {
        return new Effect<>() {
            @Override
            public Instant deadlineOf(GatewayCall request) {
                return request.answerBy();
            }

            @Override
            public Message perform(GatewayCall request, Delivery delivery) throws InterruptedException {
                return orderOf(request).startsWith(orders) ? deed.perform(request, delivery) : approved(request);
            }
        };
    }
}
