package dev.orderbackbone.projection.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.VoidPayment;
import dev.orderbackbone.projection.domain.Histories;
import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.domain.Source;
import dev.orderbackbone.projection.domain.Story;
import dev.orderbackbone.projection.flow.Advance;
import dev.orderbackbone.projection.flow.Batch;
import dev.orderbackbone.projection.flow.Projection;
import dev.orderbackbone.projection.flow.ProjectorState;
import dev.orderbackbone.projection.flow.ProjectorState.Phase;
import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.flow.SourceTopics;
import dev.orderbackbone.runtime.ParkedHeaders;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The projector on a real broker and a real database, with everything that can fall over falling over. */
class ProjectionOnKafkaTest {
    /** What the log is projected into in one go, to compare. */
    private static final int COMPARED = 2;

    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(2);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final List<AutoCloseable> open = new ArrayList<>();
    private static long seed;

    @BeforeEach
    void start() {
        DATABASE.readModel(1);
        DATABASE.empty();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    @Test
    void projectsTheLogAndGoesOnAsItGrows() {
        Projection projection = project(2, Duration.ofSeconds(30));
        write(10);
        awaitEnd();
        write(10);
        awaitEnd();

        assertThat(projection.states()).extracting(ProjectorState::phase).containsOnly(Phase.RUNNING);
        assertThatTheTablesAreTheLog();
        assertThat(DATABASE.query("select * from mart.freshness where lag_records > 0 or lag_seconds > 10"))
                .isEmpty();
    }

    @Test
    void goesOnWhereItWasWhenItIsStartedAgain() {
        Projection first = project(1, Duration.ofSeconds(30));
        write(10);
        awaitEnd();
        first.close();
        write(10);

        project(2, Duration.ofSeconds(30));
        awaitEnd();

        assertThatTheTablesAreTheLog();
    }

    @Test
    void aSecondProjectorTakesOverAndTheFirstStepsBackUntilThatOneFallsSilent() {
        Projection first = project(1, Duration.ofSeconds(2));
        write(5);
        awaitEnd();
        Projection second = project(1, Duration.ofSeconds(2));
        for (int round = 0; round < 5; round++) {
            write(4);
        }
        awaitEnd();
        Await.until(() -> assertThat(phaseOf(first)).isEqualTo(Phase.STANDBY));
        assertThat(phaseOf(second)).isEqualTo(Phase.RUNNING);

        second.close();
        write(5);
        awaitEnd();

        assertThat(phaseOf(first)).isEqualTo(Phase.RUNNING);
        assertThatTheTablesAreTheLog();
    }

    @Test
    void waitsWhileTheDatabaseIsDownAndLosesNothing() {
        Projection projection = project(1, Duration.ofSeconds(30));
        write(5);
        awaitEnd();

        DATABASE.server().process().stop();
        write(10);
        Await.until(() -> assertThat(phaseOf(projection)).isEqualTo(Phase.WAITING_FOR_DATABASE));
        DATABASE.server().process().restart();

        awaitEnd();
        assertThat(phaseOf(projection)).isEqualTo(Phase.RUNNING);
        assertThatTheTablesAreTheLog();
    }

    @Test
    void fillsADatabaseThatIsNewAgainFromTheBeginning() {
        Projection projection = project(2, Duration.ofSeconds(30));
        write(5);
        awaitEnd();

        DATABASE.wipe();
        write(5);

        Await.until(() -> assertThat(DATABASE.query("select to_regclass('mart.positions') is not null as is_there"))
                .containsExactly(Map.of("is_there", "t")));
        awaitEnd();
        assertThat(projection.states()).extracting(ProjectorState::phase).containsOnly(Phase.RUNNING);
        assertThatTheTablesAreTheLog();
    }

    @Test
    void losesNothingWhenTheDatabaseIsKilledAgainAndAgain() {
        project(2, Duration.ofSeconds(30));
        for (int round = 0; round < 3; round++) {
            write(5);
            DATABASE.server().process().kill();
            write(5);
            DATABASE.server().process().restart();
        }

        awaitEnd();
        assertThatTheTablesAreTheLog();
    }

    @Test
    void losesNothingWhenItsConnectionsAreCutAgainAndAgain() {
        project(2, Duration.ofSeconds(30));
        for (int round = 0; round < 10; round++) {
            write(2);
            DATABASE.query("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() "
                    + "and backend_type = 'client backend'");
        }

        awaitEnd();
        assertThatTheTablesAreTheLog();
    }

    @Test
    void setsAsideWhatCannotBeReadAndGoesOn() {
        project(1, Duration.ofSeconds(30));
        Story story = new Story("order-" + seed++);
        KAFKA.send(story.placed());
        sendRaw(story, new byte[] {1, 2, 3});
        sendRaw(story, new byte[] {0, 0, 0, 0});
        sendRaw(story, null);
        sendRaw(story, new byte[] {0, 0x7f, 0, 0, 1, 42});
        sendRaw(story, KAFKA.serializer().serialize(new VoidPayment(story.meta(), "wrong topic")));
        sendRaw(story, ofANewerRelease());
        KAFKA.send(story.confirmed(3_050));
        awaitEnd();

        assertThat(DATABASE.query("select status, sequence from mart.orders where order_id = '" + orderOf(story) + "'"))
                .containsExactly(Map.of("status", "CONFIRMED", "sequence", "2"));
        List<ConsumerRecord<byte[], byte[]>> parked = KAFKA.read(Topics.INVENTORY_PARKED).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(orderOf(story)))
                .toList();
        assertThat(parked)
                .extracting(record -> header(record, ParkedHeaders.REASON))
                .containsExactlyInAnyOrder("UNDECODABLE", "UNDECODABLE", "UNDECODABLE", "UNDECODABLE", "WRONG_TOPIC");
        assertThat(parked).allSatisfy(record -> {
            assertThat(header(record, ParkedHeaders.TOPIC)).isEqualTo("orders.events.v1");
            assertThat(header(record, ParkedHeaders.SERVICE)).isEqualTo("inventory-projector");
        });
        assertThat(DATABASE.query("select outcome, reason, sum(records) as records from mart.tallies group by 1, 2"))
                .contains(
                        Map.of("outcome", "PARKED", "reason", "UNDECODABLE", "records", "4"),
                        Map.of("outcome", "PARKED", "reason", "WRONG_TOPIC", "records", "1"),
                        Map.of("outcome", "IGNORED", "reason", "unknown-type", "records", "1"));
        assertThat(DATABASE.query("select sum(applied) + sum(ignored) + sum(parked) as counted from mart.positions"))
                .containsExactly(Map.of("counted", Integer.toString(recordsInTheLog())));
    }

    @Test
    void parksTheOneMessageThatTheDatabaseRefusesAndProjectsAllOthersOfItsBatch() {
        StringBuilder beyondAnyIndex = new StringBuilder();
        for (int part = 0; part < 400; part++) {
            beyondAnyIndex.append(UUID.randomUUID());
        }
        Story refused = new Story(beyondAnyIndex.toString());
        write(5);
        KAFKA.send(refused.placed());
        write(5);

        project(1, Duration.ofSeconds(30));
        awaitEnd();

        assertThat(KAFKA.read(Topics.INVENTORY_PARKED))
                .filteredOn(record -> header(record, ParkedHeaders.ERROR).contains("SQLSTATE 54000"))
                .singleElement()
                .satisfies(record -> assertThat(new String(record.key(), UTF_8)).isEqualTo(orderOf(refused)));
        assertThat(DATABASE.query("select sum(records) as records from mart.tallies where reason = 'DECIDER_FAILED'"))
                .containsExactly(Map.of("records", "1"));
        assertThat(DATABASE.query("select sum(applied) + sum(ignored) + sum(parked) as counted from mart.positions"))
                .containsExactly(Map.of("counted", Integer.toString(recordsInTheLog())));
    }

    private Projection project(int threads, Duration takeover) {
        TestProjector projector = TestProjector.start(KAFKA, DATABASE.readModels(1), threads, takeover);
        open.add(projector);
        return projector.projection();
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

    /** The tables are what the log gives when it is projected in one batch. */
    private static void assertThatTheTablesAreTheLog() {
        DATABASE.execute("drop schema if exists read_" + COMPARED + " cascade");
        ReadModel compared = DATABASE.readModel(COMPARED);
        UUID owner = UUID.randomUUID();
        Map<TopicPartition, Long> ends = TestLog.ends(KAFKA);
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        Map<TopicPartition, Advance> advances = new HashMap<>();
        ends.forEach((partition, end) -> {
            beginnings.put(partition, 0L);
            advances.put(partition, new Advance(0, end, end));
        });
        compared.takeOver(owner, beginnings);
        compared.apply(owner, new Batch(log(), advances, Map.of()));

        assertThat(DATABASE.contents(1)).hasSizeGreaterThan(20).isEqualTo(DATABASE.contents(COMPARED));
    }

    private static List<Incoming> log() {
        List<Incoming> log = new ArrayList<>();
        for (Topic topic : SourceTopics.ALL) {
            for (ConsumerRecord<byte[], byte[]> record : KAFKA.read(topic)) {
                try {
                    Message message = KAFKA.deserializer().deserialize(record.value());
                    if (Topics.of(message.getClass()).equals(topic) && record.key().length < 1_000) {
                        log.add(new Incoming(topic.name(), new Source(record.partition(), record.offset()), message));
                    }
                } catch (RuntimeException unreadable) {
                    // what another test has left to be parked
                }
            }
        }
        return log;
    }

    private static int recordsInTheLog() {
        return SourceTopics.ALL.stream()
                .mapToInt(topic -> KAFKA.read(topic).size())
                .sum();
    }

    private static byte[] ofANewerRelease() {
        Schema schema = SchemaBuilder.record("OrderTeleported")
                .namespace("dev.orderbackbone.contract.order")
                .fields()
                .requiredString("to")
                .endRecord();
        int id = KAFKA.registry().register("orders.events.v1-" + schema.getFullName(), schema);
        return new byte[] {0, (byte) (id >> 24), (byte) (id >> 16), (byte) (id >> 8), (byte) id, 2, 'x'};
    }

    private static void sendRaw(Story story, byte @Nullable [] value) {
        KAFKA.send(new ProducerRecord<>("orders.events.v1", orderOf(story).getBytes(UTF_8), value));
    }

    private static String orderOf(Story story) {
        return story.meta().orderId();
    }

    private static Phase phaseOf(Projection projection) {
        return projection.states().getFirst().phase();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
