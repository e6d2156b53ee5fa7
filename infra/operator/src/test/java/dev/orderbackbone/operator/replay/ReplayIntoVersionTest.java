package dev.orderbackbone.operator.replay;

import static dev.orderbackbone.operator.projections.GivenVersions.live;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.change.Plan.Part;
import dev.orderbackbone.operator.projections.GivenVersions;
import dev.orderbackbone.operator.projections.ReadModelsOf;
import dev.orderbackbone.projection.operations.PartOfLog;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is planned, and given to a version; what rows come of it is tested beside the read models. */
class ReplayIntoVersionTest {
    @RegisterExtension
    static final TestKafka kafka = TestKafka.withPartitions(1);

    private static final Operation OPERATION = new Operation("id", "ada", "for a test", Instant.EPOCH);
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    /** One order that begins at noon, and one that began before the log does. */
    @BeforeAll
    static void write() {
        send(new OrderPlaced(
                meta("whole", 1), "key", 1, "customer", null, "DE", "EUR", List.of(), List.of(), 0, NOON, NOON));
        send(new OrderCancelled(meta("whole", 2), "changed my mind"));
        send(new OrderExpired(meta("old", 7)));
        send(new PaymentVoided(meta("whole", 0), 100, "EUR"));
    }

    @Test
    void countsWhatIsSelectedOnAllTopicsAndNamesOrdersWithoutTheirBeginning() throws InterruptedException {
        Plan plan = replay(Set.of(), live(1)).plan();

        assertThat(plan.does())
                .isEqualTo(
                        "project 3 records into read_2, which is queried in the schema mart_2 and never shown in the mart");
        assertThat(plan.parts())
                .extracting(Part::type)
                .as("no further than the live version, which has read nothing of payments")
                .containsExactly("OrderCancelled", "OrderExpired", "OrderPlaced");
        assertThat(plan.orders()).containsExactly("old", "whole");
        assertThat(plan.warnings())
                .first()
                .isEqualTo(
                        "of 1 orders the first event is not selected: there will be no row of them in orders, order_lines and order_events");
        assertThat(plan.estimate()).isPresent();
    }

    @Test
    void projectsWhatIsSelectedAndHasNothingLeftToDoAfterwards() throws InterruptedException {
        PartInMemory versions = new PartInMemory();
        ReplayIntoVersion replay = replay(Set.of("whole"), versions.readModels(kafka));

        Plan plan = replay.plan();
        Outcome outcome = replay.run(plan, OPERATION, (what, done, total) -> {});

        assertThat(plan.records()).isEqualTo(2);
        assertThat(versions.types()).containsExactly("OrderPlaced", "OrderCancelled");
        assertThat(versions.isShown()).isTrue();
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.counts())
                .containsEntry("records projected", 2L)
                .containsEntry("records of which nothing is shown", 0L)
                .containsEntry("records in read_2", 2L);
        assertThatThrownBy(replay::plan)
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("read_2 holds all of it: ")
                .hasMessageEndingWith("; orders whole");
    }

    @Test
    void topicsInAnotherOrderAreTheSameReplay() {
        ReplaySelection selection = selection(Set.of());
        ReplaySelection reversed = new ReplaySelection(
                PartOfLog.TOPICS.reversed(), Set.of(), null, null, 0, Long.MAX_VALUE, Set.of(), Set.of());

        assertThat(reversed.mark()).isEqualTo(selection.mark());
        assertThat(selection(Set.of("whole")).mark()).isNotEqualTo(selection.mark());
    }

    @Test
    void nothingSelectedIsNothingDone() {
        assertThatThrownBy(() -> replay(Set.of("nobody"), live(1)).plan())
                .isInstanceOf(CommandFailure.class)
                .hasMessageEndingWith("is selected, so nothing would be done");
    }

    @Test
    void theLiveVersionIsNotReplayedInto() {
        ReplayIntoVersion replay = new ReplayIntoVersion(
                selection(Set.of()),
                Optional.of(1),
                new GivenVersions(live(1)).readModels(),
                kafka.clientProperties(),
                kafka.deserializer());

        assertThatThrownBy(replay::plan)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("read_1 is live, and has these records already")
                .hasMessageContaining("counted twice");
    }

    private static ReplayIntoVersion replay(Set<String> orders, VersionStatus... versions) {
        return replay(orders, new GivenVersions(versions).readModels());
    }

    private static ReplayIntoVersion replay(Set<String> orders, ReadModelsOf readModels) {
        return new ReplayIntoVersion(
                selection(orders), Optional.empty(), readModels, kafka.clientProperties(), kafka.deserializer());
    }

    private static ReplaySelection selection(Set<String> orders) {
        return new ReplaySelection(PartOfLog.TOPICS, Set.of(), null, null, 0, Long.MAX_VALUE, orders, Set.of());
    }

    private static Meta meta(String order, int sequence) {
        return new Meta(EventIds.root(NOON, UUID.randomUUID()), order, sequence, NOON, UUID.randomUUID(), "shop");
    }

    private static void send(Message message) {
        kafka.send(new ProducerRecord<>(
                Topics.of(message.getClass()).name(),
                0,
                NOON.toEpochMilli(),
                message.meta().orderId().getBytes(UTF_8),
                kafka.serializer().serialize(message)));
    }
}
