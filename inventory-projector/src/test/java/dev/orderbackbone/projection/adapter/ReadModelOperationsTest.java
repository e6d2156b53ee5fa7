package dev.orderbackbone.projection.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.projection.domain.Histories;
import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.flow.Projection;
import dev.orderbackbone.projection.flow.ProjectorState;
import dev.orderbackbone.projection.flow.ProjectorState.Phase;
import dev.orderbackbone.projection.operations.Comparison;
import dev.orderbackbone.projection.operations.Pace;
import dev.orderbackbone.projection.operations.PartOfLog;
import dev.orderbackbone.projection.operations.ReadModelOperations;
import dev.orderbackbone.projection.operations.RebuildProgress;
import dev.orderbackbone.projection.operations.Rebuilt;
import dev.orderbackbone.projection.operations.RefusedException;
import dev.orderbackbone.projection.operations.Replayed;
import dev.orderbackbone.projection.operations.TableComparison;
import dev.orderbackbone.projection.operations.VersionState;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.projection.operations.VersionStore;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A projector at work, and an operator who rebuilds beside it. */
class ReadModelOperationsTest {
    private static final Pace SMALL_STEPS = new Pace(50, 100);
    private static final RebuildProgress UNWATCHED = (done, total) -> {};

    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(2);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static long seed = 1_000;

    private final ReadModelOperations operations = new ReadModelOperations(
            DATABASE.bean(VersionStore.class),
            TestProjector.settingsOf(KAFKA),
            KAFKA::deserializer,
            Clock.systemUTC(),
            () -> {});
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void start() {
        DATABASE.wipe();
        DATABASE.readModel(1);
        write(20);
        project();
        awaitEnd();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    @Test
    void aRebuildWhileRecordsArriveGivesEqualRowsAndParksNothingAgain() throws Exception {
        KAFKA.send(new ProducerRecord<>("orders.events.v1", "garbage".getBytes(UTF_8), new byte[] {9}));
        awaitEnd();
        int parked = KAFKA.read(Topics.INVENTORY_PARKED).size();

        Rebuilt rebuilt;
        try (ExecutorService storefront = Executors.newSingleThreadExecutor()) {
            Future<?> orders = storefront.submit(() -> write(15));
            rebuilt = operations.rebuild(2, SMALL_STEPS, UNWATCHED);
            orders.get();
        }
        awaitEnd();

        assertThat(rebuilt.comparison().differences()).isEmpty();
        assertThat(rebuilt.records()).isGreaterThan(100);
        assertThat(operations.compare(version(2)).differences()).isEmpty();
        assertThat(DATABASE.contents(2)).hasSizeGreaterThan(50).isEqualTo(DATABASE.contents(1));
        assertThat(KAFKA.read(Topics.INVENTORY_PARKED)).hasSize(parked);
        assertThat(version(2).isComplete()).isTrue();
        assertThat(version(1).state()).isEqualTo(VersionState.LIVE);
    }

    @Test
    void aSwapShowsNoQueryAMixtureOrAnErrorOrAnEmptyTable() throws Exception {
        operations.rebuild(2, SMALL_STEPS, UNWATCHED);
        DATABASE.execute("update read_2.orders set store_id = 'two'");
        long orders = count("mart.orders");

        try (SwapWatchers watchers = new SwapWatchers(DATABASE.server(), orders)) {
            watchers.awaitRounds(20);
            assertThat(operations.swap(version(2), UNWATCHED)).isTrue();
            watchers.awaitRounds(20);
            assertThat(operations.swap(operations.versions().toRollBackTo(), UNWATCHED))
                    .isTrue();
            watchers.awaitRounds(20);

            assertThat(watchers.stop()).isEmpty();
        }
    }

    @Test
    void theProjectorGoesOnWithTheNewVersionAndBackWithTheOldOne() throws Exception {
        operations.rebuild(2, SMALL_STEPS, UNWATCHED);
        assertThat(operations.swap(version(2), UNWATCHED)).isTrue();
        write(5);
        awaitEnd();
        assertThat(version(2).state()).isEqualTo(VersionState.LIVE);
        assertThat(version(1).state()).isEqualTo(VersionState.RETIRED);
        assertThat(version(1).behind(version(2))).isPositive();

        assertThat(operations.swap(operations.versions().toRollBackTo(), UNWATCHED))
                .isTrue();
        write(5);
        awaitEnd();

        assertThat(version(1).state()).isEqualTo(VersionState.LIVE);
        assertThat(operations.compare(version(2)).differences()).isEmpty();
        assertThat(DATABASE.contents(1)).isEqualTo(DATABASE.contents(2));
    }

    @Test
    void whatWasBrokenOffIsNotSwappedToButGoneOnWith() throws Exception {
        assertThatThrownBy(() -> operations.rebuild(2, SMALL_STEPS, (done, total) -> {
                    if (done > total / 2) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        long before = version(2).records();

        assertThat(before).isPositive();
        assertThatThrownBy(() -> operations.versions().toSwapTo(2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("read_2 is not filled yet");
        assertThat(operations.versions().toRebuild(null)).isEqualTo(2);

        Rebuilt rebuilt = operations.rebuild(2, SMALL_STEPS, UNWATCHED);
        assertThat(rebuilt.records()).isPositive().isEqualTo(version(2).records() - before);
        assertThat(rebuilt.comparison().differences()).isEmpty();
    }

    @Test
    void ofTwoWhoFillTheSameTheFirstIsShutOut() {
        assertThatThrownBy(() -> operations.rebuild(2, SMALL_STEPS, (done, total) -> rebuildOnce()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("somebody else fills read_2 by now");

        assertThat(version(2).isComplete()).isTrue();
        assertThat(DATABASE.contents(2)).isEqualTo(DATABASE.contents(1));
    }

    @Test
    void theComparisonNamesTheOrdersThatDiffer() throws Exception {
        operations.rebuild(2, SMALL_STEPS, UNWATCHED);
        String order = DATABASE.query("select min(order_id) as id from read_1.orders")
                .getFirst()
                .get("id");
        DATABASE.execute("update read_1.orders set detail = 'made by a defect' where order_id = '" + order + "'");
        DATABASE.execute("delete from read_2.stock_levels where sku = 'sku-1'");
        DATABASE.execute("update read_2.tallies set records = records + 1");

        Comparison comparison = operations.compare(version(2));

        assertThat(comparison.isEqual()).isFalse();
        assertThat(table(comparison, "orders").examples()).containsExactly(order);
        assertThat(table(comparison, "order_lines").isEqual()).isTrue();
        assertThat(table(comparison, "stock_levels").examples()).allMatch(key -> key.endsWith("/sku-1"));
        assertThat(comparison.differences())
                .anyMatch(said -> said.equals("orders: 1 differ: " + order))
                .anyMatch(said -> said.startsWith("stock_levels: "));
    }

    @Test
    void aVersionOfOtherTablesStaysAsItIsAndTheNewOneHasThem() throws Exception {
        stopProjecting();
        asOfAFormerRelease(1);
        Projection projection = project();
        Await.until(() -> assertThat(projection.states())
                .extracting(ProjectorState::detail)
                .allMatch(detail -> detail.contains("made by a release with other ones")));

        Rebuilt rebuilt = operations.rebuild(operations.versions().toRebuild(null), SMALL_STEPS, UNWATCHED);
        assertThat(rebuilt.comparison().differences()).containsExactly("orders: country only in read_2");
        assertThat(operations.swap(version(2), UNWATCHED)).isTrue();
        write(5);
        awaitEnd();

        assertThat(projection.states()).extracting(ProjectorState::phase).containsOnly(Phase.RUNNING);
        assertThat(DATABASE.query("select country from mart.orders")).hasSize((int) count("read_2.orders"));
        assertThat(count("read_2.orders")).isGreaterThan(count("read_1.orders"));
        assertThatThrownBy(() -> operations.versions().toRollBackTo())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the tables of read_1 were made by a release with other ones");
    }

    @Test
    void oneOrdersPartOfTheLogIsProjectedIntoASchemaOfItsOwn() throws Exception {
        int parked = KAFKA.read(Topics.INVENTORY_PARKED).size();
        List<String> live = DATABASE.contents(1);
        String order = anyOrder();

        Replayed replayed = operations.replay(2, part(only(order)), SMALL_STEPS, UNWATCHED);

        assertThat(replayed.projected()).isPositive().isEqualTo(version(2).records() - replayed.ignored());
        assertThat(replayed.unreadable()).isZero();
        for (String table : List.of("orders", "order_lines", "order_events", "payment_transactions")) {
            assertThat(DATABASE.query("select * from read_2." + table + " order by 1, 2"))
                    .as(table)
                    .isNotEmpty()
                    .isEqualTo(DATABASE.query(
                            "select * from read_1." + table + " where order_id = '" + order + "' order by 1, 2"));
        }
        assertThat(DATABASE.query("select order_id, total from mart_2.orders"))
                .isEqualTo(DATABASE.query("select order_id, total from mart.orders where order_id = '" + order + "'"));
        assertThat(DATABASE.query("select has_table_privilege('analyst', 'mart_2.orders', 'select') as may"))
                .containsExactly(Map.of("may", "t"));
        assertThat(version(2).state()).isEqualTo(VersionState.PARTIAL);
        assertThat(version(2).isComplete()).isTrue();
        assertThatThrownBy(() -> operations.versions().toSwapTo(2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("a part of the log only (what the test wants)");
        assertThat(DATABASE.contents(1)).isEqualTo(live);
        assertThat(KAFKA.read(Topics.INVENTORY_PARKED)).hasSize(parked);

        operations.drop(version(2));
        assertThat(DATABASE.query("select to_regnamespace('read_2') as tables, to_regnamespace('mart_2') as views"))
                .containsExactly(Map.of("tables", "null", "views", "null"));
    }

    @Test
    void ofAnOrderWhoseBeginningIsNotSelectedThereIsNoRowButWhatWasPaidAndSaid() throws Exception {
        String order = anyOrder();

        Replayed replayed = operations.replay(
                2,
                part((record, message) ->
                        !(message instanceof OrderPlaced) && only(order).has(record, message)),
                SMALL_STEPS,
                UNWATCHED);

        assertThat(count("read_2.orders")).isZero();
        assertThat(count("read_2.order_events")).isZero();
        assertThat(count("read_2.payment_transactions"))
                .isPositive()
                .isEqualTo(count("read_1.payment_transactions where order_id = '" + order + "'"));
        assertThat(replayed.ignored()).isEqualTo(count("read_1.order_events where order_id = '" + order + "'") - 1);
        assertThat(DATABASE.query("select distinct reason from read_2.tallies"))
                .containsExactly(Map.of("reason", "unknown-order"));
    }

    @Test
    void aPartThatWasBrokenOffIsGoneOnWithAndNothingElseGoesIntoIt() throws Exception {
        PartOfLog everything = part((record, message) -> true);
        assertThatThrownBy(() -> operations.replay(2, everything, SMALL_STEPS, (done, total) -> {
                    if (done > total / 2) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        long before = version(2).records();
        assertThat(before).isPositive();
        assertThat(version(2).isComplete()).isFalse();
        assertThatThrownBy(() -> operations.rebuild(2, SMALL_STEPS, UNWATCHED))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("read_2 holds a part of the log only");

        Replayed rest = operations.replay(2, everything, SMALL_STEPS, UNWATCHED);

        assertThat(rest.projected() + rest.ignored() + rest.unreadable())
                .isEqualTo(version(2).records() - before);
        assertThat(DATABASE.query("select * from read_2.orders order by 1"))
                .isEqualTo(DATABASE.query("select * from read_1.orders order by 1"));
        assertThat(count("read_2.payment_transactions")).isEqualTo(count("read_1.payment_transactions"));
    }

    @Test
    void theLiveVersionIsNotDroppedAndAnotherOneIsGoneAltogether() throws Exception {
        operations.rebuild(2, SMALL_STEPS, UNWATCHED);

        assertThatThrownBy(() -> operations.versions().toDrop(1)).hasMessage("read_1 is live");
        VersionStatus shownSince = version(2);
        operations.swap(shownSince, UNWATCHED);
        assertThatThrownBy(() -> operations.drop(shownSince)).hasMessage("read_2 is live");
        assertThat(count("mart.orders")).isPositive();

        operations.drop(version(1));
        assertThat(operations.versions().all())
                .extracting(VersionStatus::version)
                .containsExactly(2);
        assertThat(DATABASE.query("select to_regnamespace('read_1') as there"))
                .containsExactly(Map.of("there", "null"));
    }

    private static String anyOrder() {
        return String.valueOf(DATABASE.query("select min(order_id) as id from read_1.payment_transactions")
                .getFirst()
                .get("id"));
    }

    private static PartOfLog.Selection only(String order) {
        return (record, message) -> message != null && message.meta().orderId().equals(order);
    }

    private PartOfLog part(PartOfLog.Selection selection) {
        Map<TopicPartition, Long> ends = TestLog.ends(KAFKA);
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        ends.keySet().forEach(partition -> beginnings.put(partition, 0L));
        return new PartOfLog(new VersionStatus.Part("mark", "what the test wants"), beginnings, ends, selection);
    }

    private void rebuildOnce() {
        if (!version(2).isComplete()) {
            try {
                operations.rebuild(2, SMALL_STEPS, UNWATCHED);
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
    }

    /** As if the tables had had no column country then. */
    private static void asOfAFormerRelease(int version) {
        DATABASE.execute("drop schema mart cascade; create schema mart; grant usage on schema mart to analyst, reader; "
                + "alter table read_" + version + ".orders drop column country; "
                + "create view mart.orders as select order_id, status from read_" + version + ".orders; "
                + "update projection.read_versions set tables_hash = 'former', code_hash = 'former' where version = "
                + version);
    }

    private Projection project() {
        TestProjector projector = TestProjector.start(KAFKA, DATABASE.readModels(0), 1, Duration.ofSeconds(30));
        open.add(projector);
        return projector.projection();
    }

    private void stopProjecting() throws Exception {
        stop();
        open.clear();
    }

    private VersionStatus version(int number) {
        return operations.versions().version(number);
    }

    private static TableComparison table(Comparison comparison, String name) {
        return comparison.tables().stream()
                .filter(table -> table.table().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long count(String table) {
        return Long.parseLong(DATABASE.query("select count(*) as rows from " + table)
                .getFirst()
                .get("rows"));
    }

    private static void write(int orders) {
        Histories.log(seed++, orders).values().stream()
                .flatMap(List::stream)
                .map(Incoming::message)
                .forEach(KAFKA::send);
    }

    private static void awaitEnd() {
        TestLog.awaitProjected(KAFKA, DATABASE);
    }
}
