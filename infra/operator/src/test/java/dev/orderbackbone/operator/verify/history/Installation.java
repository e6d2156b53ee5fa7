package dev.orderbackbone.operator.verify.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.operator.verify.history.Sink.Fate;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.operator.verify.invariant.Consumer.Kind;
import dev.orderbackbone.runtime.IgnoredCount;
import dev.orderbackbone.runtime.ParkReason;
import dev.orderbackbone.runtime.ParkedHeaders;
import dev.orderbackbone.runtime.Tally;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.schemas.serde.StateSerde;
import dev.orderbackbone.testkit.TestKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts a history where an installation would have it: records in transactions of Kafka, with aborted ones between them; positions and
 * counts; rows in PostgreSQL; ledgers in files.
 */
public final class Installation {
    private static final int RECORDS_PER_TRANSACTION = 60;
    private static final int TRANSACTIONS_PER_ABORT = 5;
    private static final byte[] GARBAGE = {9, 9, 9};
    private static final StateSerde<Tally> TALLIES = StateSerde.ofResource(Tally.class, "/state/Tally.avsc");

    private final TestKafka kafka;
    private final MessageSerializer serializer;
    private final Mart mart = new Mart();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Map<Fate, Long>> fates = new HashMap<>();

    private Installation(TestKafka kafka) {
        this.kafka = kafka;
        this.serializer = kafka.serializer();
    }

    /** Puts a history there. The database is empty before. */
    public static void install(History history, TestKafka kafka, Connection database, Path folder)
            throws ExecutionException, InterruptedException, SQLException, IOException {
        Installation installation = new Installation(kafka);
        installation.publish(history.log);
        installation.positions();
        installation.rows(database);
        Files.write(
                folder.resolve("gateway.ndjson"),
                history.gateway.stream().map(Installation::line).toList());
        Files.write(
                folder.resolve("mail.ndjson"),
                history.mails.stream().map(Installation::line).toList());
        Files.write(folder.resolve("accepted-1.txt"), history.accepted);
    }

    private void publish(List<Written> log) throws ExecutionException, InterruptedException {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put("transactional.id", "history");
        properties.put("linger.ms", 0);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (int from = 0; from < log.size(); from += RECORDS_PER_TRANSACTION) {
                List<Written> batch = log.subList(from, Math.min(log.size(), from + RECORDS_PER_TRANSACTION));
                if (from / RECORDS_PER_TRANSACTION % TRANSACTIONS_PER_ABORT == 0) {
                    producer.beginTransaction();
                    for (Written written : batch) {
                        Future<RecordMetadata> _ = sent(producer, recordOf(written));
                    }
                    producer.flush();
                    producer.abortTransaction();
                }
                commit(producer, batch);
            }
        }
    }

    private void commit(KafkaProducer<byte[], byte[]> producer, List<Written> batch)
            throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> metadata = new ArrayList<>();
        batch.forEach(written -> metadata.add(sent(producer, recordOf(written))));
        producer.flush();
        for (int i = 0; i < batch.size(); i++) {
            Written written = batch.get(i);
            note(written, metadata.get(i).get());
            if (written.fate() == Fate.PARKED) {
                Future<RecordMetadata> _ =
                        sent(producer, parked(recordOf(written), metadata.get(i).get()));
            }
        }
        producer.commitTransaction();
    }

    private static Future<RecordMetadata> sent(
            KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        return producer.send(record);
    }

    private void note(Written written, RecordMetadata metadata) {
        TopicPartition partition = new TopicPartition(metadata.topic(), metadata.partition());
        ends.put(partition, metadata.offset() + 1);
        fates.computeIfAbsent(partition, any -> new HashMap<>()).merge(written.fate(), 1L, Long::sum);
        Message message = written.message();
        if (message != null) {
            mart.take(message, metadata.offset());
        }
    }

    private ProducerRecord<byte[], byte[]> recordOf(Written written) {
        Message message = written.message();
        byte[] value = message == null ? GARBAGE : serializer.serialize(message);
        return new ProducerRecord<>(written.topic().name(), written.key().getBytes(UTF_8), value);
    }

    private static ProducerRecord<byte[], byte[]> parked(
            ProducerRecord<byte[], byte[]> record, RecordMetadata metadata) {
        ParkedHeaders.Origin origin = new ParkedHeaders.Origin(
                metadata.topic(), metadata.partition(), metadata.offset(), metadata.timestamp());
        return new ProducerRecord<>(
                Topics.ORDER_EVENTS_PARKED.name(),
                null,
                record.key(),
                record.value(),
                ParkedHeaders.of(
                        new RecordHeaders(new Header[0]),
                        Topics.ORDER_EVENTS,
                        origin,
                        ParkReason.UNDECODABLE,
                        "no magic byte",
                        Instant.EPOCH));
    }

    private void positions() throws ExecutionException, InterruptedException {
        try (Admin admin = kafka.admin()) {
            for (Consumer consumer : Consumer.ALL) {
                if (consumer.kind() != Kind.PROJECTION) {
                    positions(admin, consumer);
                }
                if (consumer.kind() == Kind.SERVICE) {
                    tallies(admin, consumer);
                }
            }
        }
    }

    private void positions(Admin admin, Consumer consumer) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        ends.forEach((partition, end) -> {
            if (consumer.inputs().contains(Topics.named(partition.topic()))) {
                positions.put(partition, new OffsetAndMetadata(end));
            }
        });
        admin.alterConsumerGroupOffsets(consumer.name(), positions).all().get();
    }

    private void tallies(Admin admin, Consumer consumer) throws ExecutionException, InterruptedException {
        String changelog = consumer.name() + "-tally-changelog";
        admin.createTopics(List.of(new NewTopic(changelog, History.PARTITIONS, (short) 1)))
                .all()
                .get();
        for (TopicPartition partition : ends.keySet()) {
            if (consumer.inputs().contains(Topics.named(partition.topic()))) {
                kafka.send(tally(changelog, partition, new Tally(0, 0, List.of())));
                kafka.send(tally(changelog, partition, tallyOf(consumer, partition)));
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> tally(String changelog, TopicPartition partition, Tally tally) {
        return new ProducerRecord<>(
                changelog,
                partition.partition(),
                partition.topic().getBytes(UTF_8),
                TALLIES.serialize(changelog, tally));
    }

    private Tally tallyOf(Consumer consumer, TopicPartition partition) {
        Map<Fate, Long> counts = fates.getOrDefault(partition, Map.of());
        long repeated = counts.getOrDefault(Fate.REPEATED, 0L);
        List<IgnoredCount> ignored =
                repeated == 0 ? List.of() : List.of(new IgnoredCount("repeated-submission", repeated));
        boolean parks = consumer.name().equals(Topics.ORDER_EVENTS);
        return new Tally(
                counts.getOrDefault(Fate.EFFECT, 0L) + (parks ? 0 : repeated),
                counts.getOrDefault(Fate.PARKED, 0L),
                parks ? ignored : List.of());
    }

    private void rows(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("create schema mart");
            statement.execute("create table mart.positions (topic text, source_partition integer, next_offset bigint,"
                    + " applied bigint, ignored bigint, parked bigint)");
            statement.execute(
                    "create table mart.tallies (topic text, source_partition integer, outcome text, reason text,"
                            + " records bigint)");
            for (ReadTable table : ReadTable.values()) {
                statement.execute(tableOf(table));
            }
        }
        insertPositions(database);
        for (ReadTable table : ReadTable.values()) {
            List<ReadRow> rows = new ArrayList<>();
            mart.read(table, rows::add);
            insert(database, table, rows);
        }
    }

    private void insertPositions(Connection database) throws SQLException {
        Consumer projection = Consumer.ALL.getLast();
        try (PreparedStatement insert =
                database.prepareStatement("insert into mart.positions values (?, ?, ?, ?, ?, 0)")) {
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (projection.inputs().contains(Topics.named(end.getKey().topic()))) {
                    insert.setString(1, end.getKey().topic());
                    insert.setInt(2, end.getKey().partition());
                    insert.setLong(3, end.getValue());
                    insert.setLong(4, tallyOf(projection, end.getKey()).total() - 1);
                    insert.setLong(5, 1);
                    insert.executeUpdate();
                }
            }
        }
        try (Statement statement = database.createStatement()) {
            statement.execute("insert into mart.tallies select topic, source_partition, 'IGNORED', 'unknown-type', 1"
                    + " from mart.positions");
        }
    }

    /** A table in place of the view. */
    private static String tableOf(ReadTable table) {
        String columns = table.columns().stream()
                .map(column -> column.name() + " "
                        + switch (column.kind()) {
                            case TEXT -> "text";
                            case NUMBER -> "bigint";
                            case UUID -> "uuid";
                            case TIME -> "timestamptz";
                        })
                .collect(Collectors.joining(", "));
        String owner = switch (table) {
            case STOCK_LEVELS -> "pool text, sku text, ";
            default -> "order_id text, ";
        };
        return "create table " + table.view() + " (" + owner + columns + ")";
    }

    private static void insert(Connection database, ReadTable table, List<ReadRow> rows) throws SQLException {
        int owners = table == ReadTable.STOCK_LEVELS ? 2 : 1;
        String marks = "?, ".repeat(owners + table.columns().size() - 1) + "?";
        try (PreparedStatement insert =
                database.prepareStatement("insert into " + table.view() + " values (" + marks + ")")) {
            for (ReadRow row : rows) {
                setOwner(insert, table, row.owner());
                for (int column = 0; column < row.values().size(); column++) {
                    Object value = row.values().get(column);
                    boolean isTime = table.columns().get(column).kind() == ReadTable.Kind.TIME;
                    insert.setObject(
                            owners + column + 1, isTime && value != null ? new Timestamp((Long) value) : value);
                }
                insert.executeUpdate();
            }
        }
    }

    private static void setOwner(PreparedStatement insert, ReadTable table, String owner) throws SQLException {
        int slash = owner.indexOf('/');
        if (table == ReadTable.STOCK_LEVELS) {
            insert.setString(1, owner.substring(0, slash));
            insert.setString(2, owner.substring(slash + 1));
        } else {
            insert.setString(1, slash < 0 ? owner : null);
        }
    }

    private static String line(GatewayEffect effect) {
        String status = effect.done() ? "APPROVED" : "DECLINED";
        return "{\"sequence\":" + effect.line() + ",\"time\":\"2026-03-01T08:00:00Z\",\"idempotencyKey\":\""
                + effect.idempotencyKey() + "\",\"operation\":\"" + effect.operation()
                + "\",\"id\":\"x\",\"reference\":\""
                + effect.orderId() + "\",\"authorizationId\":\"a\",\"amountMinor\":" + effect.amountMinor()
                + ",\"currency\":\"" + effect.currency() + "\",\"status\":\"" + status + "\",\"code\":\"c\"}";
    }

    private static String line(SentMail mail) {
        return "{\"sequence\":" + mail.line() + ",\"time\":\"2026-03-01T08:00:00Z\",\"messageId\":\"<"
                + mail.messageId()
                + "@shop.example>\",\"from\":\"f\",\"to\":[\"t\"],\"subject\":\"s\",\"headers\":{},\"sizeBytes\":1,\"body\":\"b\"}";
    }
}
