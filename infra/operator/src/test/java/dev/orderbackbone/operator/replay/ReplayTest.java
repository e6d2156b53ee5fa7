package dev.orderbackbone.operator.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.ChangeProgress;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.testkit.CommittedRecords;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplayTest {
    @RegisterExtension
    static final TestKafka kafka = TestKafka.withPartitions(2);

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Operation OPERATION = new Operation("operation-1", "ada", "for a test", NOON);
    private static final ChangeProgress SILENT = (what, done, total) -> {};
    private static final int ORDERS = 10;

    /** Ten orders, one a minute from noon on, by turns in both partitions; the even ones are confirmed, the others expire; then garbage. */
    @BeforeAll
    static void write() {
        MessageSerializer serializer = kafka.serializer();
        for (int order = 0; order < ORDERS; order++) {
            Instant time = NOON.plusSeconds(60L * order);
            Meta meta = new Meta(
                    EventIds.root(time, UUID.randomUUID()), "order-" + order, 1, time, UUID.randomUUID(), "shop");
            Message message = order % 2 == 0 ? new OrderConfirmed(meta, order) : new OrderExpired(meta);
            kafka.send(new ProducerRecord<>(
                    Topics.ORDERS_EVENTS.name(),
                    order % 2,
                    time.toEpochMilli(),
                    meta.orderId().getBytes(UTF_8),
                    serializer.serialize(message)));
        }
        kafka.send(new ProducerRecord<>(
                Topics.ORDERS_EVENTS.name(), 0, NOON.plusSeconds(3_600).toEpochMilli(), null, new byte[] {7}));
    }

    @Test
    void copiesRecordsAsTheyAre() throws InterruptedException {
        Replay replay = replay("everything", selection(null, null, Set.of(), Set.of()));

        Plan plan = replay.plan();
        Outcome outcome = replay.run(plan, OPERATION, SILENT);

        assertThat(plan.does()).isEqualTo("copy 11 records of orders.events.v1 to everything, a new topic");
        assertThat(plan.orders()).hasSize(ORDERS);
        assertThat(plan.parts())
                .extracting(Plan.Part::type)
                .containsExactly("(does not decode)", "OrderConfirmed", "OrderExpired");
        assertThat(outcome.isGood()).isTrue();
        assertThat(outcome.counts()).containsEntry("records copied", 11L).containsEntry("records on everything", 11L);
        List<ConsumerRecord<byte[], byte[]>> copies = copiesOn("everything");
        List<ConsumerRecord<byte[], byte[]>> originals = kafka.read(Topics.ORDERS_EVENTS);
        assertThat(copies).hasSameSizeAs(originals);
        for (int i = 0; i < copies.size(); i++) {
            assertThat(copies.get(i).key()).isEqualTo(originals.get(i).key());
            assertThat(copies.get(i).value()).isEqualTo(originals.get(i).value());
            assertThat(copies.get(i).timestamp()).isEqualTo(originals.get(i).timestamp());
            assertThat(copies.get(i).partition()).isEqualTo(originals.get(i).partition());
            assertThat(ReplayHeaders.text(copies.get(i), ReplayHeaders.OFFSET))
                    .isEqualTo(Long.toString(originals.get(i).offset()));
            assertThat(ReplayHeaders.text(copies.get(i), ReplayHeaders.OPERATION))
                    .isEqualTo("operation-1");
        }
    }

    @Test
    void takesTimesFromTheFirstToBeforeTheLast() throws InterruptedException {
        assertThat(planned(selection(NOON.plusSeconds(120), NOON.plusSeconds(240), Set.of(), Set.of())))
                .containsExactly("order-2", "order-3");
    }

    @Test
    void takesOrdersAndTypes() throws InterruptedException {
        assertThat(planned(selection(null, null, Set.of("order-3", "order-4"), Set.of())))
                .containsExactly("order-3", "order-4");
        assertThat(planned(selection(null, null, Set.of("order-3", "order-4"), Set.of("OrderExpired"))))
                .containsExactly("order-3");
    }

    @Test
    void takesOffsetsAndPartitions() throws InterruptedException {
        ReplaySelection second =
                new ReplaySelection(List.of(Topics.ORDERS_EVENTS), Set.of(1), null, null, 1, 3, Set.of(), Set.of());

        assertThat(planned(second)).containsExactly("order-3", "order-5");
    }

    @Test
    void whatWasInterruptedGoesOnWhereItWas() throws InterruptedException {
        Replay replay = replay("continued", selection(null, null, Set.of(), Set.of()));
        Plan plan = replay.plan();
        ChangeProgress interrupting = (what, done, total) -> {
            if (done == 4) {
                throw new CommandFailure("somebody pulled the plug");
            }
        };
        assertThatThrownBy(() -> replay.run(plan, OPERATION, interrupting)).hasMessage("somebody pulled the plug");
        assertThat(copiesOn("continued")).hasSize(4);

        Plan rest = replay.plan();
        Outcome outcome = replay.run(rest, OPERATION, SILENT);

        assertThat(rest.does())
                .isEqualTo("go on copying 11 records of orders.events.v1 to continued, which has 4 of them");
        assertThat(outcome.isGood()).isTrue();
        assertThat(outcome.counts()).containsEntry("records copied", 7L);
        assertThat(copiesOn("continued"))
                .extracting(each -> ReplayHeaders.text(each, ReplayHeaders.PARTITION) + "@"
                        + ReplayHeaders.text(each, ReplayHeaders.OFFSET))
                .hasSize(11)
                .doesNotHaveDuplicates();
    }

    @Test
    void aTopicThatHoldsSomethingElseIsLeftAlone() throws InterruptedException {
        Replay first = replay("taken", selection(null, null, Set.of("order-1"), Set.of()));
        assertThat(first.run(first.plan(), OPERATION, SILENT).isGood()).isTrue();

        assertThatThrownBy(() -> replay("taken", selection(null, null, Set.of("order-2"), Set.of()))
                        .plan())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("taken exists, and holds something else than this replay: name a new topic");
    }

    @Test
    void aReplayTowardsEffectsOrDecisionsIsRefusedWithTheReason() {
        for (String own : List.of("payments.calls.v1", "notifications.requests.v1", "orders.intake.v1")) {
            assertThatThrownBy(() -> replay(own, selection(null, null, Set.of(), Set.of()))
                            .plan())
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining(own + " is the backbone's own")
                    .hasMessageContaining("would happen a second time");
        }
        assertThatThrownBy(() -> replay("order-events-saga-changelog", selection(null, null, Set.of(), Set.of()))
                        .plan())
                .hasMessageContaining("a service's state");
        assertThatThrownBy(() -> replay("no name", selection(null, null, Set.of(), Set.of()))
                        .plan())
                .hasMessageContaining("is no topic name");
    }

    @Test
    void nothingSelectedIsNothingDone() {
        assertThatThrownBy(() -> replay("nothing", selection(null, null, Set.of("nobody"), Set.of()))
                        .plan())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("nothing on orders.events.v1 is selected");
    }

    private static Set<String> planned(ReplaySelection selection) throws InterruptedException {
        return replay("never-made", selection).plan().orders();
    }

    private static ReplaySelection selection(
            @Nullable Instant since, @Nullable Instant until, Set<String> orders, Set<String> types) {
        return new ReplaySelection(
                List.of(Topics.ORDERS_EVENTS), Set.of(), since, until, 0, Long.MAX_VALUE, orders, types);
    }

    private static Replay replay(String target, ReplaySelection selection) {
        return new Replay(
                selection,
                new TargetTopic(target, kafka.clientProperties()),
                kafka.clientProperties(),
                kafka.deserializer());
    }

    private static List<ConsumerRecord<byte[], byte[]>> copiesOn(String topic) {
        return CommittedRecords.of(kafka.clientProperties(), topic);
    }
}
