package dev.orderbackbone.projection.adapter;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.projection.config.ProjectionSettings;
import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.domain.Story;
import dev.orderbackbone.projection.flow.Advance;
import dev.orderbackbone.projection.flow.Batch;
import dev.orderbackbone.projection.flow.ParkedRecords;
import dev.orderbackbone.projection.flow.Projection;
import dev.orderbackbone.projection.flow.ProjectionListener;
import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.flow.SourceTopics;
import dev.orderbackbone.projection.flow.Workshop;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How many orders a projector can apply, and how many rows each costs; run by hand with {@code -Dbenchmark=true}. Printed, not asserted. The
 * stages of an order come batch after batch, as they do when orders flow: nothing of one order is coalesced but what comes together.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class ProjectionBenchmark {
    private static final int BATCH_ORDERS = Integer.getInteger("benchmark.batch", 200);
    private static final int WAVES = Integer.getInteger("benchmark.waves", 100);

    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(4);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final UUID owner = UUID.randomUUID();
    private final OrderWaves orders = new OrderWaves(BATCH_ORDERS);
    private long rows;
    private long positionRows;

    @Test
    void appliesOrders() {
        ReadModel readModel = DATABASE.readModel(1);
        Map<TopicPartition, Long> beginnings =
                SourceTopics.ALL.stream().collect(toMap(topic -> new TopicPartition(topic.name(), 0), topic -> 0L));
        positions.putAll(readModel.takeOver(owner, beginnings));
        for (List<Message> wave : orders.waves(WAVES / 2)) {
            apply(readModel, wave);
        }
        rows = 0;
        positionRows = 0;
        List<List<Message>> waves = orders.waves(WAVES);
        long cpu = cpuNanos();
        long databaseCpu = databaseCpuMillis();
        long start = System.nanoTime();
        waves.forEach(wave -> apply(readModel, wave));
        double seconds = (System.nanoTime() - start) / 1e9;
        double count = (double) WAVES * BATCH_ORDERS;
        System.out.printf(
                "%.0f orders in %.1f s: %.0f orders/s; per order %.1f rows and %.2f of positions, CPU %.0f us here, %.0f us in PostgreSQL%n",
                count,
                seconds,
                count / seconds,
                rows / count,
                positionRows / count,
                (cpuNanos() - cpu) / count / 1e3,
                (databaseCpuMillis() - databaseCpu) / count * 1e3);
        DATABASE.query("select relname, n_tup_ins, n_tup_upd, n_tup_hot_upd from pg_stat_user_tables "
                        + "where schemaname = 'read_1' and n_tup_ins + n_tup_upd > 0 order by 1")
                .forEach(System.out::println);
    }

    /** The log is there already: a rebuild, or a projector that catches up. */
    @Test
    void catchesUpWithTheLog() {
        List<List<Message>> waves = orders.waves(WAVES);
        long records = waves.stream().mapToInt(List::size).sum();
        OrderWaves.write(KAFKA, waves);
        for (int threads = 1; threads <= 2; threads++) {
            int version = 10 + threads;
            DATABASE.readModel(version);
            long cpu = cpuNanos();
            long databaseCpu = databaseCpuMillis();
            long start = System.nanoTime();
            try (ParkedRecords parked = new ParkedRecords(kafka(), Clock.systemUTC());
                    Projection _ = Projection.start(new Workshop(
                            settings(threads, version),
                            kafka(),
                            DATABASE.readModels(version),
                            KAFKA.deserializer(),
                            parked,
                            ProjectionListener.NONE,
                            Clock.systemUTC()))) {
                Await.until(() -> assertThat(DATABASE.query(
                                "select coalesce(sum(applied), 0) as applied from read_" + version + ".positions"))
                        .containsExactly(Map.of("applied", Long.toString(records))));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double count = (double) WAVES * BATCH_ORDERS;
            System.out.printf(
                    "%d thread(s): %.0f orders (%d records) from the log in %.1f s: %.0f orders/s; CPU %.0f us here, %.0f us in PostgreSQL%n",
                    threads,
                    count,
                    records,
                    seconds,
                    count / seconds,
                    (cpuNanos() - cpu) / count / 1e3,
                    (databaseCpuMillis() - databaseCpu) / count * 1e3);
        }
    }

    private static ProjectionSettings settings(int threads, int version) {
        return new ProjectionSettings(
                true,
                threads,
                2_000,
                Duration.ofMillis(30),
                65_536,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                version);
    }

    private static KafkaSettings kafka() {
        return new KafkaSettings(KAFKA.bootstrapServers(), Map.of());
    }

    private void apply(ReadModel readModel, List<Message> messages) {
        List<Incoming> batch = new ArrayList<>();
        Map<TopicPartition, Advance> advances = new HashMap<>();
        for (Message message : messages) {
            TopicPartition partition =
                    new TopicPartition(Topics.of(message.getClass()).name(), 0);
            long offset = positions.merge(partition, 1L, Long::sum) - 1;
            batch.add(Story.at(partition.topic(), 0, offset, message));
            advances.merge(
                    partition,
                    new Advance(offset, offset + 1, null),
                    (first, next) -> new Advance(first.from(), next.next(), null));
        }
        rows += readModel.apply(owner, new Batch(batch, advances, Map.of())).rows();
        positionRows += advances.size();
    }

    private static long databaseCpuMillis() {
        ProcessHandle server =
                ProcessHandle.of(DATABASE.server().process().pid()).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants())
                .mapToLong(process -> process.info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L))
                .sum();
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
