package dev.orderbackbone.orderevents.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.orderevents.flow.Handover;
import dev.orderbackbone.orderevents.flow.IntakeUnavailable;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A broker that does not answer costs a client the time limit and no more; when it is back, so is the intake. */
class KafkaOutageTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    /** What a busy machine may add. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(2);

    @Test
    @Timeout(180)
    void aBrokerThatStandsStillIsUnavailableUntilItGoesOn() {
        try (KafkaIntake intake = connect(KAFKA.bootstrapServers());
                LogHealth health = LogHealth.connect(settings(KAFKA.bootstrapServers()))) {
            Handover log = new Handover(intake, LIMIT);
            log.handOver(List.of(Submissions.numbered(1)));
            assertThat(statusOf(health)).isEqualTo(HealthStatus.UP);

            KAFKA.process().pause();
            try {
                unavailableInTime(log, 2);
                unavailableInTime(log, 3);
                assertThat(resultOf(health).getStatus()).isEqualTo(HealthStatus.DOWN);
                assertThat(resultOf(health).getDetails().toString()).contains("error");
            } finally {
                KAFKA.process().resume();
            }

            takenInAgain(log, 4);
            Await.until(() -> assertThat(statusOf(health)).isEqualTo(HealthStatus.UP));
        }
    }

    @Test
    @Timeout(180)
    void aBrokerThatIsKilledIsUnavailableUntilItIsBack() {
        try (KafkaIntake intake = connect(KAFKA.bootstrapServers())) {
            Handover log = new Handover(intake, LIMIT);
            log.handOver(List.of(Submissions.numbered(11)));

            KAFKA.process().kill();
            unavailableInTime(log, 12);
            KAFKA.process().restart();

            takenInAgain(log, 13);
            assertThat(KAFKA.messages(Topics.ORDERS_INTAKE))
                    .extracting(message -> ((OrderSubmitted) message).idempotencyKey())
                    .containsOnlyOnce("key-11")
                    .contains("key-13");
        }
    }

    @Test
    @Timeout(60)
    void aBrokerThatNeverWasIsUnavailable() {
        try (KafkaIntake intake = connect("127.0.0.1:9");
                LogHealth health = LogHealth.connect(settings("127.0.0.1:9"))) {
            unavailableInTime(new Handover(intake, LIMIT), 21);
            assertThat(statusOf(health)).isEqualTo(HealthStatus.DOWN);
        }
    }

    private static void unavailableInTime(Handover log, int number) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> log.handOver(List.of(Submissions.numbered(number))))
                .isInstanceOf(IntakeUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.plus(SLACK));
    }

    /** The first attempts may still meet the outage: a client repeats under the same key. */
    private static void takenInAgain(Handover log, int number) {
        OrderSubmitted submitted = Submissions.numbered(number);
        Await.until(() -> assertThatCode(() -> log.handOver(List.of(submitted))).doesNotThrowAnyException());
        assertThat(KAFKA.messages(Topics.ORDERS_INTAKE)).contains(submitted);
    }

    private static KafkaIntake connect(String bootstrapServers) {
        return KafkaIntake.connect(settings(bootstrapServers), LIMIT, KAFKA.serializer());
    }

    private static KafkaSettings settings(String bootstrapServers) {
        return new KafkaSettings(bootstrapServers, Map.of());
    }

    private static HealthStatus statusOf(LogHealth health) {
        return resultOf(health).getStatus();
    }

    private static HealthResult resultOf(LogHealth health) {
        return health.ask()
                .toCompletableFuture()
                .orTimeout(SLACK.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
