package dev.orderbackbone.runtime;

import static dev.orderbackbone.runtime.CallLog.approved;
import static dev.orderbackbone.runtime.CallLog.calls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What the worker can do. Run by hand with {@code -Dbenchmark=true}; printed, not asserted. */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class EffectWorkerBenchmark {
    private static final int WARM_UP = 2_000;
    private static final int MANY = 10_000;
    private static final int STEADY = 1_000;
    private static final long STEADY_PAUSE_NS = Duration.ofMillis(10).toNanos();

    @TempDir
    Path folder;

    @Test
    void answersHundredsOfSlowRequestsASecondAndAFewMillisecondsLater() throws Exception {
        try (CallLog log = CallLog.start(folder)) {
            Duration callTime = Duration.ofMillis(100);
            try (EffectWorker worker = log.worker(new Taking(callTime), EffectSettings.usual(), EffectListener.NONE)) {
                time(log, "warm-up", WARM_UP);
                double perSecond = MANY * 1_000.0 / time(log, "many", MANY).toMillis();
                System.out.printf("calls of %d ms: %.0f a second%n", callTime.toMillis(), perSecond);

                assertThat(worker.isRunning()).isTrue();
            }
            try (EffectWorker worker =
                    log.worker(new Taking(Duration.ZERO), EffectSettings.usual(), EffectListener.NONE)) {
                List<Long> latenciesMs = latenciesMs(log);
                System.out.printf(
                        "from the request in the log to its answer in the log, at 100 a second: median %d ms, 99%% within %d ms%n",
                        latenciesMs.get(STEADY / 2), latenciesMs.get(STEADY * 99 / 100));

                assertThat(worker.isRunning()).isTrue();
            }
        }
    }

    private static Duration time(CallLog log, String orders, int count) {
        Instant start = Instant.now();
        log.ask(calls(orders, count));
        try (LogReader answers = log.answers(orders)) {
            answers.await(count);
        }
        return Duration.between(start, Instant.now());
    }

    /** From append to append, sorted. */
    private static List<Long> latenciesMs(CallLog log) {
        Map<UUID, Instant> askedAt = new HashMap<>();
        for (int index = 0; index < STEADY; index++) {
            GatewayCall call = CallLog.call("steady-" + index, Instant.now().plusSeconds(60));
            askedAt.put(call.callId(), call.meta().occurredAt());
            log.ask(List.of(call));
            LockSupport.parkNanos(STEADY_PAUSE_NS);
        }
        try (LogReader answers = log.answers("steady")) {
            return answers.await(STEADY).stream()
                    .map(record -> answeredAt(record) - askedAt(askedAt, record))
                    .sorted()
                    .toList();
        }
    }

    private static long answeredAt(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp();
    }

    private static long askedAt(Map<UUID, Instant> askedAt, ConsumerRecord<byte[], byte[]> record) {
        GatewayAnswer answer = (GatewayAnswer) CallLog.DESERIALIZER.deserialize(record.value());
        return askedAt.getOrDefault(answer.callId(), Instant.MIN).toEpochMilli();
    }

    /** Takes so long. */
    private record Taking(Duration time) implements Effect<GatewayCall> {
        @Override
        public Instant deadlineOf(GatewayCall request) {
            return request.answerBy();
        }

        @Override
        public Message perform(GatewayCall request, Delivery delivery) throws InterruptedException {
            Thread.sleep(time);
            return approved(request);
        }
    }
}
