package dev.orderbackbone.operator.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.RefusedCommandLines;
import dev.orderbackbone.operator.SharedKafka;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupResetTest {
    @RegisterExtension
    static final SharedKafka SHARED = new SharedKafka();

    private static final String TOPIC = "groups-are-reset-here";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);
    private static final Operation OPERATION = new Operation("operation-1", "ada", "a test", Instant.EPOCH);

    private static GroupAdmin admin;

    @BeforeAll
    static void connect() throws Exception {
        try (Admin topics = kafka().admin()) {
            topics.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1)))
                    .all()
                    .get();
        }
        admin = new GroupAdmin(kafka().clientProperties());
        for (int number = 0; number < 5; number++) {
            kafka().send(new ProducerRecord<>(TOPIC, 0, 1_000L * number, new byte[] {1}, new byte[] {1}));
            kafka().send(new ProducerRecord<>(TOPIC, 1, 1_000L * number, new byte[] {1}, new byte[] {1}));
        }
    }

    @AfterAll
    static void close() {
        admin.close();
    }

    @Test
    void aPlanSaysWhatIsReadAgainAndWhatIsSkippedAndChangesNothing() throws InterruptedException {
        Map<TopicPartition, Long> positions = Map.of(FIRST, 4L, SECOND, 1L);
        standing("exports", positions);

        Plan plan = reset("exports", new Target.Time(Instant.ofEpochSecond(2)), null)
                .plan();

        assertThat(plan.parts())
                .containsExactly(
                        new Plan.Part(TOPIC, 0, GroupReset.READ_AGAIN, 2, null, null),
                        new Plan.Part(TOPIC, 1, GroupReset.SKIPPED, 1, null, null));
        assertThat(plan.warnings())
                .anySatisfy(
                        warning -> assertThat(warning)
                                .contains(
                                        "kafka-consumer-groups.sh --bootstrap-server " + kafka().bootstrapServers()
                                                + " --group exports --reset-offsets --to-datetime 1970-01-01T00:00:02.000Z --all-topics --execute"));
        assertThat(admin.positionsOf("exports")).isEqualTo(positions);
    }

    @Test
    void aRunSetsThePositionsAndLooksWhetherTheyAreSet() throws InterruptedException {
        standing("reports", Map.of(FIRST, 4L, SECOND, 1L));
        GroupReset reset = reset("reports", new Target.Offset(3), new GroupReset.Place(TOPIC, 1));

        Outcome outcome = reset.run(reset.plan(), OPERATION, (what, done, total) -> {});

        assertThat(outcome.isGood()).isTrue();
        assertThat(outcome.counts()).containsExactly(entry("partitions set", 1L), entry("offsets to be skipped", 2L));
        assertThat(admin.positionsOf("reports")).containsExactlyInAnyOrderEntriesOf(Map.of(FIRST, 4L, SECOND, 3L));
    }

    @Test
    void theEndsAreKnown() throws InterruptedException {
        standing("ends", Map.of(FIRST, 2L));
        GroupReset toLatest = reset("ends", new Target.Latest(), null);
        toLatest.run(toLatest.plan(), OPERATION, (what, done, total) -> {});
        assertThat(admin.positionsOf("ends")).containsExactly(entry(FIRST, 5L));
        assertThatThrownBy(toLatest::plan).hasMessage("group ends stands there already: nothing would change");

        GroupReset toEarliest = reset("ends", new Target.Earliest(), new GroupReset.Place(TOPIC, GroupReset.Place.ALL));
        toEarliest.run(toEarliest.plan(), OPERATION, (what, done, total) -> {});
        assertThat(admin.positionsOf("ends")).containsExactlyInAnyOrderEntriesOf(Map.of(FIRST, 0L, SECOND, 0L));
    }

    @Test
    void aGroupThatSomebodyIsInIsRefused() throws InterruptedException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("active")) {
            consumer.subscribe(List.of(TOPIC));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(50));
            }
            consumer.commitSync();

            assertThatThrownBy(
                            () -> reset("active", new Target.Earliest(), null).plan())
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageStartingWith("group active is active, end its members first: consumer-active-");
            assertThat(GroupListCommand.table(admin.all()).toString()).contains("when it has ended");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-events",
                "inventory-projector",
                "payment-processor",
                "notification-sender",
                "payment-processor-effects",
                "notification-sender-effects",
                "backbone-operation.anything"
            })
    void groupsOfTheBackboneAreRefusedWithTheReason(String group) {
        assertThatThrownBy(() -> reset(group, new Target.Earliest(), null).plan())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("the position of " + group + " must not be set: "
                        + Ownership.of(group).whyNot());
    }

    @Test
    void whatIsNotThereIsNamed() throws InterruptedException {
        standing("some", Map.of(FIRST, 1L));

        assertThatThrownBy(() -> reset("nobody", new Target.Earliest(), null).plan())
                .hasMessageStartingWith("there is no group nobody");
        assertThatThrownBy(() -> reset("some", new Target.Earliest(), new GroupReset.Place("no.topic", 0))
                        .plan())
                .hasMessage("there is no topic no.topic");
        assertThatThrownBy(() -> reset("some", new Target.Earliest(), new GroupReset.Place(TOPIC, 7))
                        .plan())
                .hasMessage(TOPIC + " has partitions 0 to 1, but not 7");
        assertThatThrownBy(() -> reset("some", new Target.Offset(6), null).plan())
                .hasMessage(TOPIC + "-0 has offsets from 0 to 5 to go on at, but not 6");
    }

    @ParameterizedTest
    @CsvSource({
        "exports, Missing required argument",
        "exports --to-earliest --to-latest, mutually exclusive",
        "exports --to-time yesterday, 'yesterday' is no time such as 2026-11-27T12:00:00Z",
        "exports --to-offset -1, --to-offset must be 0 or more",
        "exports --to-earliest --topic a:b:c, --topic must be TOPIC or TOPIC:PARTITION",
    })
    void commandLinesThatMakeNoSenseAreRefused(String options, String complaint) {
        assertThat(RefusedCommandLines.complaintAbout("groups reset " + options))
                .contains(complaint);
    }

    private static GroupReset reset(String group, Target target, GroupReset.@Nullable Place place) {
        return new GroupReset(admin, kafka().bootstrapServers(), group, target, place);
    }

    private static void standing(String group, Map<TopicPartition, Long> positions) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(group)) {
            consumer.assign(positions.keySet());
            positions.forEach(
                    (partition, offset) -> consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset))));
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> properties = kafka().clientProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static TestKafka kafka() {
        return SHARED.kafka();
    }
}
