package dev.orderbackbone.operator.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.CommittedRecords;
import dev.orderbackbone.testkit.TestKafka;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final int PARTITIONS = 2;

    @RegisterExtension
    static final TestKafka source = TestKafka.withPartitions(PARTITIONS);

    @RegisterExtension
    static final TestKafka target = TestKafka.withPartitions(PARTITIONS);

    private static final String EVENTS = Topics.ORDERS_EVENTS.name();
    private static final String PARKED = Topics.PAYMENT_PARKED.name();
    private static final String LEVELS = Topics.STOCK_LEVELS.name();
    private static final String STATE = "order-events-orders-changelog";
    private static final TopicPartition CALLS = new TopicPartition(Topics.PAYMENTS_CALLS.name(), 1);
    private static final Operation OPERATION = new Operation("id", "ada", "a test", Instant.EPOCH);

    @TempDir
    Path folder;

    @Test
    void everythingComesBackToWhereItStood() throws Exception {
        try (Admin admin = source.admin()) {
            Cluster.get(admin.createTopics(List.of(
                            new NewTopic(STATE, PARTITIONS, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all());
        }
        writeHistory("first");
        setPositions(source, "order-events", new TopicPartition(Topics.ORDERS_INTAKE.name(), 0), 1, "time");
        setPositions(source, "payment-processor-effects", CALLS, 3, "");
        setPositions(source, "a-shop", new TopicPartition(EVENTS, 0), 2, "mine");
        BackupReport first = backup();

        writeHistory("second");
        assertThatThrownBy(() -> backup(copied -> {
                    throw new IllegalStateException("the disk is full after " + copied);
                }))
                .hasMessageContaining("the disk is full after 1");
        assertThat(new BackupFolder(folder).requireManifest()).isEqualTo(first.manifest());
        BackupReport second = backup();

        assertThat(first.records()).isEqualTo(second.records()).isPositive();
        assertThat(second.manifest().records()).isEqualTo(first.records() * 2);
        assertThat(backup().records()).isZero();

        Outcome outcome = restore();

        assertThat(outcome.faults()).isEmpty();
        for (String topic : Cluster.catalogue()) {
            if (!topic.equals(LEVELS)) {
                assertThat(committed(target, topic)).as(topic).isEqualTo(committed(source, topic));
                assertThat(ends(target, topic)).as(topic).isEqualTo(ends(source, topic));
            }
        }
        for (String compacted : List.of(LEVELS, STATE)) {
            assertThat(withoutOffsets(target, compacted)).isEqualTo(withoutOffsets(source, compacted));
        }
        try (Admin admin = target.admin()) {
            assertThat(Inventory.of(admin).topics())
                    .hasEntrySatisfying(
                            STATE, state -> assertThat(state.configs()).containsEntry("cleanup.policy", "compact"));
            assertThat(positions(admin, "order-events").values())
                    .containsExactly(new OffsetAndMetadata(1, Optional.empty(), "time"));
            assertThat(positions(admin, "a-shop").values())
                    .containsExactly(new OffsetAndMetadata(2, Optional.empty(), "mine"));
            assertThat(positions(admin, "payment-processor-effects"))
                    .hasSize(PARTITIONS)
                    .hasEntrySatisfying(
                            CALLS, position -> assertThat(position.offset()).isEqualTo(3));
        }
        assertThatThrownBy(this::restore)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("the cluster is not empty")
                .hasMessageContaining("restore to a fresh cluster");
    }

    @Test
    void aCutIsMadeOnlyWhereAllMembersStandStillToItsEnd() throws Exception {
        Map<String, Object> properties = source.clientProperties();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "notification-sender");
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "sender");
        try (KafkaConsumer<byte[], byte[]> sender =
                        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                StandingService standing = new StandingService("sender", true);
                StandingService weak = new StandingService("sender", false);
                StandingService another = new StandingService("somebody-else", true)) {
            sender.subscribe(List.of(EVENTS));
            while (sender.assignment().isEmpty()) {
                sender.poll(Duration.ofMillis(100));
            }

            assertThat(cut(standing.address()).standstill()).isPositive();
            assertThatThrownBy(() -> cut(weak.address())).hasMessageContaining("did not stand still for long enough");
            assertThatThrownBy(() -> cut(another.address(), URI.create("http://127.0.0.1:1")))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("notification-sender: sender (from ")
                    .hasMessageContaining("--services")
                    .hasMessageContaining("not reached: http://127.0.0.1:1/");
        }
    }

    @Test
    void aBackupOfAnotherReleaseOrClusterIsNamed() throws Exception {
        Manifest manifest = backup().manifest();
        BackupFolder other = new BackupFolder(folder);

        other.write(with(manifest, "9.9.9", manifest.clusterId()));
        assertThatThrownBy(this::restore)
                .hasMessageContaining("of release 9.9.9, this is release " + Release.current());

        other.write(with(manifest, Release.current(), "elsewhere"));
        assertThatThrownBy(() -> backup())
                .hasMessageContaining("is a backup of cluster elsewhere, and this is cluster " + manifest.clusterId());
    }

    @Test
    void aFolderThatIsNoBackupIsRefused() throws IOException {
        assertThatThrownBy(() -> new BackupFolder(folder).requireManifest()).hasMessageContaining("is no backup");
        Files.writeString(folder.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> BackupFolder.toWrite(folder))
                .hasMessageContaining("is no backup, and it is not empty");
        Files.writeString(folder.resolve("manifest.json"), "{\"format\": 1, \"rel");
        assertThatThrownBy(() -> new BackupFolder(folder).requireManifest())
                .hasMessageContaining("manifest.json is damaged at byte ");
    }

    @Test
    void ofTwoBackupsIntoOneFolderOneIsRefused() throws Exception {
        try (BackupFolder.Lock _ = BackupFolder.toWrite(folder).lock()) {
            assertThatThrownBy(() -> backup()).hasMessageContaining("another backup into");
        }
    }

    @Test
    void missingTopicsAreNamed() {
        assertThatThrownBy(() -> new Inventory("cluster", Map.of()).requireCatalogue())
                .hasMessageContaining("topics are missing: orders.intake.v1, ");
    }

    private static Cut cut(URI... services) throws InterruptedException {
        try (Admin admin = source.admin();
                Cluster cluster = new Cluster(source.clientProperties())) {
            return new Cutter(admin, cluster, List.of(services), Clock.systemUTC(), Duration.ZERO)
                    .cut(Inventory.of(admin).partitions());
        }
    }

    private BackupReport backup() throws Exception {
        return backup(_ -> {});
    }

    private BackupReport backup(LongConsumer progress) throws Exception {
        return new Backup(source.clientProperties(), source.registry(), List.of(), Clock.systemUTC(), progress)
                .into(BackupFolder.toWrite(folder));
    }

    private Outcome restore() throws InterruptedException {
        Restore restore =
                new Restore(new BackupFolder(folder), target.clientProperties(), target.registry(), Clock.systemUTC());
        Plan plan = restore.plan();
        restore.prepare(plan);
        return restore.run(plan, OPERATION, (_, _, _) -> {});
    }

    /** Everything that makes gaps, and everything that a record may be. */
    private static void writeHistory(String name) {
        ProducerRecord<byte[], byte[]> withHeaders = record(EVENTS, 0, name, "headers");
        withHeaders.headers().add("h", new byte[] {1}).add("h", null);
        try (Producer<byte[], byte[]> one = transactional("one");
                Producer<byte[], byte[]> two = transactional("two")) {
            one.beginTransaction();
            send(one, withHeaders);
            send(one, record(EVENTS, 1, name, "one"));
            send(one, record(STATE, 0, name, "state"));
            one.commitTransaction();

            two.beginTransaction();
            send(two, record(EVENTS, 0, name, "aborted"));
            send(two, record(EVENTS, 0, name, "aborted too"));
            two.flush();
            two.abortTransaction();

            one.beginTransaction();
            two.beginTransaction();
            send(one, record(EVENTS, 0, name, "of one"));
            one.flush();
            send(two, record(EVENTS, 0, name, "of two"));
            send(two, record(Topics.PAYMENTS_CALLS.name(), 1, name, "call"));
            two.flush();
            one.commitTransaction();
            two.commitTransaction(); // two markers, one after the other

            one.beginTransaction();
            send(one, record(Topics.STOCK_EVENTS.name(), 0, name, "aborted and nothing else"));
            one.flush();
            one.abortTransaction();
        }
        source.send(new ProducerRecord<>(PARKED, 0, 17L, null, "garbage".getBytes(UTF_8)));
        source.send(new ProducerRecord<>(PARKED, 0, 0L, null, null, List.of()));
        source.send(new ProducerRecord<>(PARKED, 1, 18L, new byte[0], new byte[] {0, 0, 0, 0, 1, 5}));
        source.send(record(LEVELS, 0, name, "level"));
        source.send(record(Topics.OPERATIONS_AUDIT.name(), 0, name, "audit"));
        source.send(record(EVENTS, 0, name, "last"));
    }

    private static void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int partition, String key, String value) {
        return new ProducerRecord<>(topic, partition, key.getBytes(UTF_8), value.getBytes(UTF_8));
    }

    private static Producer<byte[], byte[]> transactional(String id) {
        Map<String, Object> properties = source.clientProperties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private static void setPositions(
            TestKafka kafka, String group, TopicPartition partition, long offset, String metadata)
            throws InterruptedException {
        try (Admin admin = kafka.admin()) {
            Cluster.get(
                    admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset, metadata)))
                            .all());
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> positions(Admin admin, String group)
            throws InterruptedException {
        return Cluster.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private static List<String> committed(TestKafka kafka, String topic) {
        return CommittedRecords.of(kafka.clientProperties(), topic).stream()
                .map(record -> record.partition() + "@" + record.offset() + " " + content(record))
                .sorted()
                .toList();
    }

    private static List<String> withoutOffsets(TestKafka kafka, String topic) {
        return CommittedRecords.of(kafka.clientProperties(), topic).stream()
                .map(record -> record.partition() + " " + content(record))
                .toList();
    }

    private static String content(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() + " " + text(record.key()) + "=" + text(record.value()) + " "
                + Arrays.stream(record.headers().toArray())
                        .map(header -> header.key() + ":" + text(header.value()))
                        .toList();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : Arrays.toString(bytes);
    }

    private static Map<TopicPartition, Long> ends(TestKafka kafka, String topic) throws InterruptedException {
        try (Cluster cluster = new Cluster(kafka.clientProperties())) {
            int count = cluster.partitionsOf(List.of(topic)).getOrDefault(topic, 0);
            return new HashMap<>(
                    cluster.uncommittedEnds(Cluster.partitionsOf(topic, count).toList()));
        }
    }

    private static Manifest with(Manifest manifest, String release, String cluster) {
        return new Manifest(
                manifest.format(),
                release,
                cluster,
                manifest.cutAt(),
                manifest.increments(),
                manifest.topics(),
                manifest.groups(),
                manifest.schemas());
    }
}
