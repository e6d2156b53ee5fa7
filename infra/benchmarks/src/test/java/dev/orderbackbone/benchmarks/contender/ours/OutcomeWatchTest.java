package dev.orderbackbone.benchmarks.contender.ours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.benchmarks.load.Loop;
import dev.orderbackbone.benchmarks.load.Phase;
import dev.orderbackbone.benchmarks.load.Segment;
import dev.orderbackbone.benchmarks.load.Target;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import dev.orderbackbone.testkit.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An order has come to its end when the read model says so, not when the log does. */
class OutcomeWatchTest {
    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(1);

    @RegisterExtension
    static final TestPostgres POSTGRES = new TestPostgres();

    private static final String ORDER_ID = "order";
    private static final int NUMBER = 41;
    private static final int LOOKS = 3;

    private final Database database = new Database(POSTGRES.jdbcUrl(), POSTGRES.username(), POSTGRES.password());

    @Test
    void tellsNothingBeforeTheReadModelHasProjectedIt() throws InterruptedException {
        makePositions();
        try (OutcomeWatch watch = OutcomeWatch.start(KAFKA.bootstrapServers(), KAFKA.registry(), database)) {
            Loop.Result result = new Loop(new Scene(watch), (done, all) -> {}, Duration.ofMinutes(1))
                    .closed(new Segment(new MixedOrders(), NUMBER, 1), 1, 1);

            assertThat(result.times().terminal().max())
                    .isLessThan(result.times().told().max());
        }
    }

    /** Brings one order to its end, step by step. */
    private final class Scene implements Target {
        private final OutcomeWatch watch;

        private Scene(OutcomeWatch watch) {
            this.watch = watch;
        }

        @Override
        public void begin(Phase phase) {
            watch.begin(phase);
        }

        @Override
        public void submit(SampleOrder order, Phase phase) {
            watch.expect(ORDER_ID, order.number());
            phase.accepted(order.number(), System.nanoTime());
            // Neither of somebody else's orders nor of what is no end anything is told.
            KAFKA.send(
                    new OrderConfirmed(meta("another"), 1),
                    new OrderCancelling(meta(ORDER_ID), CancellationReason.REQUESTED, ""));
            KAFKA.send(new OrderConfirmed(meta(ORDER_ID), 1));
            KAFKA.send(new NotificationSent(meta(ORDER_ID), "m", Milestone.CONFIRMED, "", Channel.EMAIL, 1));
            awaitLooks();
            project(Topics.ORDERS_EVENTS.name(), 2);
            awaitLooks();
            assertThat(phase.done()).isZero();

            project(Topics.ORDERS_EVENTS.name(), 3);
            awaitLooks();
            assertThat(phase.done()).isZero();

            project(Topics.NOTIFICATIONS_EVENTS.name(), 1);
            Await.until(() -> assertThat(phase.done()).isOne());
        }

        private void awaitLooks() {
            long before = watch.questionsAsked();
            Await.until(() -> assertThat(watch.questionsAsked()).isGreaterThan(before + LOOKS));
        }
    }

    private void makePositions() {
        database.execute("create schema projection");
        database.execute("create table projection.read_versions (version int, state text)");
        database.execute("insert into projection.read_versions values (6, 'RETIRED'), (7, 'LIVE')");
        database.execute("create schema read_7");
        database.execute("create table read_7.positions (topic text, source_partition int, next_offset bigint)");
        database.execute("insert into read_7.positions values ('" + Topics.ORDERS_EVENTS.name() + "', 0, 0), ('"
                + Topics.NOTIFICATIONS_EVENTS.name() + "', 0, 0)");
    }

    private void project(String topic, long nextOffset) {
        database.execute("update read_7.positions set next_offset = " + nextOffset + " where topic = '" + topic + "'");
    }

    private static Meta meta(String orderId) {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        UUID id = EventIds.root(now, new UUID(1, orderId.hashCode()));
        return new Meta(id, orderId, 1, now, id, "store");
    }
}
