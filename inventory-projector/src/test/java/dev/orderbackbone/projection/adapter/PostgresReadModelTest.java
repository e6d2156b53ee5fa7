package dev.orderbackbone.projection.adapter;

import static dev.orderbackbone.projection.domain.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.domain.Story;
import dev.orderbackbone.projection.flow.Advance;
import dev.orderbackbone.projection.flow.Batch;
import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.flow.ReadModel.Applied;
import dev.orderbackbone.projection.flow.SetAside;
import dev.orderbackbone.projection.flow.SetAside.Outcome;
import dev.orderbackbone.projection.flow.ShutOutException;
import dev.orderbackbone.projection.flow.UnprojectableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReadModelTest {
    private static final TopicPartition ORDERS = new TopicPartition("orders.events.v1", 0);
    private static final TopicPartition OTHER = new TopicPartition("orders.events.v1", 1);
    private static final Map<TopicPartition, Long> BEGINNINGS = Map.of(ORDERS, 0L, OTHER, 3L);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final UUID owner = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();
    private final Story story = new Story("a");
    private ReadModel readModel;

    @BeforeEach
    void start() {
        readModel = DATABASE.readModel(1);
        DATABASE.empty();
    }

    @Test
    void beginsWhereItIsToldAndGoesOnWhereItWas() {
        assertThat(readModel.takeOver(owner, BEGINNINGS)).isEqualTo(BEGINNINGS);

        readModel.apply(owner, batch(0, 7, story.placed()));

        assertThat(readModel.takeOver(another, BEGINNINGS))
                .containsEntry(ORDERS, 7L)
                .containsEntry(OTHER, 3L);
    }

    @Test
    void aBatchThatComesASecondTimeIsShutOutAndChangesNothing() {
        readModel.takeOver(owner, BEGINNINGS);
        Batch batch = batch(0, 1, story.placed());
        readModel.apply(owner, batch);
        List<Map<String, String>> before = DATABASE.query("select * from read_1.orders");

        assertThatThrownBy(() -> readModel.apply(owner, batch)).isInstanceOf(ShutOutException.class);

        assertThat(DATABASE.query("select * from read_1.orders")).isEqualTo(before);
        assertThat(DATABASE.query("select * from read_1.order_events")).hasSize(1);
    }

    @Test
    void aProjectorFromWhichAnotherHasTakenOverIsShutOut() {
        readModel.takeOver(owner, BEGINNINGS);
        readModel.takeOver(another, BEGINNINGS);

        assertThatThrownBy(() -> readModel.apply(owner, batch(0, 1, story.placed())))
                .isInstanceOf(ShutOutException.class);

        assertThat(DATABASE.query("select * from read_1.orders")).isEmpty();
        readModel.apply(another, batch(0, 1, story.placed()));
    }

    @Test
    void takesWhatIsItsOwnOrHasFallenSilentButNothingElse() {
        readModel.takeOver(owner, BEGINNINGS);

        assertThatThrownBy(() -> readModel.takeIfSilent(another, BEGINNINGS, SILENCE))
                .isInstanceOf(ShutOutException.class)
                .hasMessageContaining("another projector is at work on orders.events.v1-0");
        assertThat(readModel.takeIfSilent(owner, BEGINNINGS, SILENCE)).isEqualTo(BEGINNINGS);

        DATABASE.execute("update read_1.positions set observed_at = now() - interval '31 seconds'");
        assertThat(readModel.takeIfSilent(another, BEGINNINGS, SILENCE)).isEqualTo(BEGINNINGS);
        assertThatThrownBy(() -> readModel.apply(owner, batch(0, 1, story.placed())))
                .isInstanceOf(ShutOutException.class);
    }

    @Test
    void countsEachRecordOnceByWhatBecameOfIt() {
        readModel.takeOver(owner, BEGINNINGS);
        Applied applied = readModel.apply(
                owner,
                new Batch(
                        List.of(
                                at(ORDERS.topic(), 0, 0, story.placed()),
                                at(ORDERS.topic(), 0, 3, new Story("never-placed").confirmed(1))),
                        Map.of(ORDERS, new Advance(0, 9, 12L), OTHER, new Advance(3, 5, 5L)),
                        Map.of(
                                new SetAside(ORDERS, Outcome.PARKED, "UNDECODABLE"), 2L,
                                new SetAside(ORDERS, Outcome.IGNORED, "unknown-type"), 3L)));

        assertThat(applied).isEqualTo(new Applied(1, 1, 4));
        assertThat(DATABASE.query("select * from mart.positions where source_partition = 0"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("applied", "1")
                        .containsEntry("ignored", "4")
                        .containsEntry("parked", "2")
                        .containsEntry("lag_records", "3")
                        .containsEntry("caught_up_at", "null"));
        assertThat(DATABASE.query("select * from mart.positions where source_partition = 1"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("next_offset", "5").doesNotContainEntry("caught_up_at", "null"));
        assertThat(DATABASE.query("select outcome, reason, records from mart.tallies"))
                .containsExactlyInAnyOrder(
                        Map.of("outcome", "PARKED", "reason", "UNDECODABLE", "records", "2"),
                        Map.of("outcome", "IGNORED", "reason", "unknown-type", "records", "3"),
                        Map.of("outcome", "IGNORED", "reason", "unknown-order", "records", "1"));
    }

    @Test
    void keepsThatAMessageWasSentWhateverIsSaidLater() {
        readModel.takeOver(owner, BEGINNINGS);
        readModel.apply(
                owner,
                batch(0, 1, new NotificationSent(story.meta(), "m1", Milestone.CONFIRMED, "", Channel.EMAIL, 1)));
        readModel.apply(
                owner,
                batch(
                        1,
                        2,
                        new NotificationSuppressed(
                                story.meta(), "m1", Milestone.CONFIRMED, "", Channel.EMAIL, "skipped")));

        assertThat(DATABASE.query("select outcome from mart.notifications")).containsExactly(Map.of("outcome", "SENT"));
    }

    @Test
    void holdsWhatPostgresCannotHoldAsCloselyAsItCan() {
        readModel.takeOver(owner, BEGINNINGS);
        OrderPlaced placed = story.placed();
        readModel.apply(
                owner,
                batch(
                        0,
                        3,
                        new OrderPlaced(
                                placed.meta(),
                                "nul\0key",
                                0,
                                "half \ud83d",
                                null,
                                null,
                                "GBP",
                                placed.lines(),
                                placed.charges(),
                                placed.totalMinor(),
                                Instant.ofEpochMilli(Long.MAX_VALUE),
                                Instant.ofEpochMilli(Long.MIN_VALUE)),
                        story.confirmed(1),
                        new OrderCancelled(story.cancelled().meta(), "nul\0")));

        assertThat(DATABASE.query(
                        "select idempotency_key, customer_id, ordered_at, confirm_by, detail from mart.orders"))
                .containsExactly(Map.of(
                        "idempotency_key", "nul\ufffdkey",
                        "customer_id", "half ?",
                        "ordered_at", "9999-12-31 23:59:59.999+00",
                        "confirm_by", "0001-01-01 00:00:00+00",
                        "detail", "nul\ufffd"));
    }

    @Test
    void saysThatARowIsRefusedForWhatIsInIt() {
        readModel.takeOver(owner, BEGINNINGS);
        byte[] noise = new byte[12_000];
        new Random(1).nextBytes(noise);
        String keyBeyondAnyIndex = Base64.getEncoder().encodeToString(noise);

        assertThatThrownBy(() -> readModel.apply(owner, batch(0, 1, new Story(keyBeyondAnyIndex).placed())))
                .isInstanceOf(UnprojectableException.class)
                .hasMessageContaining("SQLSTATE 54000");
        assertThat(readModel.takeOver(owner, BEGINNINGS)).isEqualTo(BEGINNINGS);
    }

    @Test
    void aRowOfAnotherOrdersNumberIsRefusedNotOverwritten() {
        readModel.takeOver(owner, BEGINNINGS);
        readModel.apply(owner, batch(0, 1, story.placed()));

        assertThatThrownBy(() -> readModel.apply(owner, batch(1, 2, new Story("a").placed())))
                .isInstanceOf(UnprojectableException.class)
                .hasMessageContaining("SQLSTATE 23505");
    }

    @Test
    void refusesTablesOfAReleaseWithOtherOnes() {
        DATABASE.execute("update projection.read_versions set tables_hash = 'other' where version = 1");

        assertThatThrownBy(() -> DATABASE.readModel(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("read_1 were made by a release with other ones");
        DATABASE.wipe();
    }

    @Test
    void makesADroppedVersionAgainAndShowsIt() {
        DATABASE.execute("drop schema read_1 cascade");

        assertThat(DATABASE.readModel(0).takeOver(owner, BEGINNINGS)).isEqualTo(BEGINNINGS);
        assertThat(DATABASE.query("select * from mart.orders")).isEmpty();
    }

    @Test
    void bringsTheViewsUpToDateWithTheRelease() {
        DATABASE.execute("update projection.read_versions set views_hash = 'former' where version = 1");
        DATABASE.execute("drop view mart.orders; create view mart.orders as select 1 as former");

        DATABASE.readModel(0);

        assertThat(DATABASE.query("select order_id, status from mart.orders")).isEmpty();
    }

    @Test
    void severalMayStartAtOnce() {
        DATABASE.execute("drop schema read_1 cascade");
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            Future<ReadModel> one = others.submit(() -> DATABASE.readModel(1));
            Future<ReadModel> other = others.submit(() -> DATABASE.readModel(1));
            assertThat(one).succeedsWithin(Duration.ofSeconds(30));
            assertThat(other).succeedsWithin(Duration.ofSeconds(30));
        }

        assertThat(DATABASE.query("select version, state from projection.read_versions where version = 1"))
                .containsExactly(Map.of("version", "1", "state", "LIVE"));
    }

    @Test
    void refusalsOfTheSameOrderFromTwoPartitionsStandBesideEachOther() {
        readModel.takeOver(owner, BEGINNINGS);
        IntakeRefused refused = new IntakeRefused(story.meta(), "OrderSubmitted", "rule", "", "message");
        readModel.apply(
                owner,
                new Batch(
                        List.of(at(ORDERS.topic(), 0, 4, refused), at(OTHER.topic(), 1, 4, refused)),
                        Map.of(ORDERS, new Advance(0, 5, null), OTHER, new Advance(3, 5, null)),
                        Map.of()));

        assertThat(DATABASE.query("select * from mart.refusals")).hasSize(2);
    }

    private static Batch batch(long from, long next, Message... messages) {
        Incoming[] incoming = new Incoming[messages.length];
        for (int index = 0; index < messages.length; index++) {
            incoming[index] = at(ORDERS.topic(), 0, from + index, messages[index]);
        }
        return new Batch(List.of(incoming), Map.of(ORDERS, new Advance(from, next, null)), Map.of());
    }
}
