package dev.orderbackbone.projection.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.projection.config.ProjectionSettings;
import dev.orderbackbone.projection.domain.BatchFold;
import dev.orderbackbone.projection.domain.Changes;
import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.domain.NotificationFact;
import dev.orderbackbone.projection.domain.OrderProgress;
import dev.orderbackbone.projection.domain.PlacedOrder;
import dev.orderbackbone.projection.domain.Source;
import dev.orderbackbone.projection.domain.Sourced;
import dev.orderbackbone.projection.operations.Pace;
import dev.orderbackbone.projection.operations.ReadModelOperations;
import dev.orderbackbone.projection.operations.VersionStore;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How fast a rebuild is, beside a bare consumer that decodes the same topics and writes the same rows with COPY; and what queries of the mart
 * notice of it. Run by hand with {@code -Dbenchmark=true}; printed, not asserted.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class RebuildBenchmark {
    private static final int WAVES = Integer.getInteger("benchmark.waves", 100);
    private static final int BATCH = 5_000;
    private static final int BARE = 90;

    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(2);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final ReadModelOperations operations = new ReadModelOperations(
            DATABASE.bean(VersionStore.class),
            TestProjector.settingsOf(KAFKA),
            KAFKA::deserializer,
            Clock.systemUTC(),
            () -> {});

    @Test
    void rebuildsBesideQueries() throws Exception {
        DATABASE.readModel(1);
        OrderWaves.write(KAFKA, new OrderWaves(200).waves(WAVES));
        try (TestProjector _ = TestProjector.start(KAFKA, DATABASE.readModels(0), usual())) {
            Await.until(() -> assertThat(DATABASE.query("select sum(next_offset) as projected from mart.positions"))
                    .containsExactly(Map.of(
                            "projected",
                            Long.toString(TestLog.ends(KAFKA).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()))));
            bare(); // for the compiler to have seen it all
            int version = 2;
            for (int round = 0; round < 2; round++) {
                System.out.printf("bare consumer: %,.0f records/s%n", bare());
                System.out.printf("queries in quiet: %s%n", quiet());
                for (int share : List.of(100, 75, 60, 50)) {
                    rebuild(version++, share);
                }
            }
        }
    }

    private void rebuild(int version, int share) throws InterruptedException {
        AtomicBoolean isDone = new AtomicBoolean();
        Queries queries = new Queries(isDone);
        long start = System.nanoTime();
        long[] filled = {0};
        long records = operations
                .rebuild(version, new Pace(BATCH, share), (done, total) -> filled[0] = System.nanoTime())
                .records();
        isDone.set(true);
        System.out.printf("compared: %,.0f records/s%n", records * 1e9 / (System.nanoTime() - filled[0]));
        System.out.printf(
                "rebuild, at work %d%% of the time: %,.0f records/s; queries beside it: %s%n",
                share, records * 1e9 / (filled[0] - start), queries.told());
    }

    private static String quiet() throws InterruptedException {
        AtomicBoolean isDone = new AtomicBoolean();
        Queries queries = new Queries(isDone);
        Thread.sleep(8_000);
        isDone.set(true);
        return queries.told();
    }

    /** Records a second. */
    private static double bare() throws SQLException {
        DATABASE.execute("drop schema if exists read_" + BARE + " cascade");
        DATABASE.readModel(BARE);
        ReadSchema schema = new ReadSchema(BARE);
        MessageDeserializer deserializer = KAFKA.deserializer();
        Map<TopicPartition, Long> ends = TestLog.ends(KAFKA);
        long start = System.nanoTime();
        long records = 0;
        Rows rows = new Rows(schema);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                Connection connection = DATABASE.server().connect()) {
            connection.createStatement().execute("set synchronous_commit to off");
            connection.setAutoCommit(false);
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<byte[], byte[]> read = consumer.poll(Duration.ofMillis(100));
                List<Incoming> messages = new ArrayList<>();
                for (ConsumerRecord<byte[], byte[]> record : read) {
                    Message message = deserializer.deserialize(record.value());
                    messages.add(
                            new Incoming(record.topic(), new Source(record.partition(), record.offset()), message));
                }
                rows.write(connection, messages);
                records += read.count();
                connection.commit();
            }
            rows.finish(connection);
            connection.commit();
        }
        return records * 1e9 / (System.nanoTime() - start);
    }

    /** Rows as a consumer writes them that keeps in its memory all that changes, and updates nothing. */
    private static final class Rows {
        private final FactRows facts;
        private final OrderRows orders;
        private final LatestRows latest;
        private final Map<String, OrderProgress> progress = new HashMap<>();
        private final Map<String, PlacedOrder> placed = new HashMap<>();
        private final Map<NotificationFact.Key, NotificationFact> notifications = new HashMap<>();
        private final Map<String, Sourced<StockLevel>> levels = new HashMap<>();

        Rows(ReadSchema schema) {
            facts = new FactRows(schema);
            orders = new OrderRows(schema);
            latest = new LatestRows(schema);
        }

        void write(Connection connection, List<Incoming> messages) throws SQLException {
            Changes changes = BatchFold.fold(messages, progress);
            changes.placed().forEach(order -> {
                placed.put(order.placed().meta().orderId(), order);
                progress.put(order.placed().meta().orderId(), order.progress());
            });
            progress.putAll(changes.changed());
            changes.notifications().forEach(fact -> notifications.put(fact.key(), fact));
            changes.stockLevels()
                    .forEach(level -> levels.put(
                            level.message().pool() + "/" + level.message().sku(), level));
            facts.insertLines(connection, changes.placed());
            facts.insertEvents(connection, changes.events());
            facts.insertPayments(connection, changes.payments());
            facts.insertStockDecisions(connection, changes.stockDecisions());
            facts.insertRefusals(connection, changes.refusals());
        }

        void finish(Connection connection) throws SQLException {
            orders.insert(
                    connection,
                    placed.entrySet().stream()
                            .map(order -> new PlacedOrder(
                                    order.getValue().placed(),
                                    progress.getOrDefault(
                                            order.getKey(), order.getValue().progress())))
                            .toList());
            latest.putNotifications(connection, notifications.values());
            latest.putStockLevels(connection, levels.values());
        }
    }

    /** What an analyst and a storefront ask, one after the other, a little apart. */
    private static final class Queries {
        private static final List<String> ASKED = List.of(
                "select * from mart.orders order by placed_at desc, order_id desc limit 50",
                "select * from mart.order_events where order_id = (select min(order_id) from mart.orders)",
                "select status, count(*) from mart.orders group by status",
                "select * from mart.sales_daily");

        private final List<Long> nanos = new ArrayList<>();
        private final Thread thread;

        Queries(AtomicBoolean isDone) {
            thread = Thread.ofPlatform().start(() -> ask(isDone));
        }

        String told() throws InterruptedException {
            thread.join();
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return String.format(
                    "p50 %.1f ms, p99 %.1f ms, most %.1f ms (%,d)",
                    sorted[sorted.length / 2] / 1e6,
                    sorted[(int) (sorted.length * 0.99)] / 1e6,
                    Arrays.stream(sorted).max().orElse(0) / 1e6,
                    sorted.length);
        }

        private void ask(AtomicBoolean isDone) {
            try (Connection connection = DATABASE.server().connect()) {
                while (!isDone.get()) {
                    for (String query : ASKED) {
                        long start = System.nanoTime();
                        try (PreparedStatement statement = connection.prepareStatement(query);
                                ResultSet row = statement.executeQuery()) {
                            while (row.next()) {
                                row.getString(1);
                            }
                        }
                        nanos.add(System.nanoTime() - start);
                        Thread.sleep(2);
                    }
                }
            } catch (SQLException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private static ProjectionSettings usual() {
        return new ProjectionSettings(
                true,
                1,
                2_000,
                Duration.ofMillis(30),
                65_536,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                0);
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> properties = KAFKA.clientProperties();
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", false);
        properties.put("max.poll.records", BATCH);
        properties.put("fetch.min.bytes", 1 << 20);
        properties.put("fetch.max.wait.ms", 30);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
