package dev.orderbackbone.operator.act;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.change.MessageWriter;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.runtime.ParkedHeaders;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Writes messages to the log, and looks there for what came of them. To be closed; one thread. */
final class Courier implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** A service's position is seen before what it wrote in the same transaction, by a few milliseconds. */
    private static final Duration LAST_LOOKS = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final LogReader reader;
    private final MessageWriter writer;
    private final MessageDeserializer deserializer;
    private final Duration patience;

    private Courier(
            Cluster cluster,
            LogReader reader,
            MessageWriter writer,
            MessageDeserializer deserializer,
            Duration patience) {
        this.cluster = cluster;
        this.reader = reader;
        this.writer = writer;
        this.deserializer = deserializer;
        this.patience = patience;
    }

    /** Connects; waits for each outcome at most that long. */
    static Courier connect(Map<String, Object> kafkaProperties, SchemaRegistryClient registry, Duration patience) {
        MessageWriter writer = MessageWriter.connect(kafkaProperties, registry);
        return new Courier(
                new Cluster(kafkaProperties),
                new LogReader(kafkaProperties),
                writer,
                MessageDeserializer.create(registry),
                patience);
    }

    /** Writes a message and waits for what a service tells of it on some topics. */
    Delivered deliver(Message message, String service, Collection<Topic> outcomes) throws InterruptedException {
        Map<TopicPartition, Long> from = cluster.ends(partitionsOf(service, outcomes));
        RecordMetadata written = writer.write(message);
        TopicPartition partition = new TopicPartition(written.topic(), written.partition());
        long deadline = System.nanoTime() + patience.toNanos();
        long lastLook = Long.MAX_VALUE;
        while (true) {
            Found found = found(message, partition, written.offset(), from);
            if (!found.reason().isEmpty()) {
                return new Delivered.Parked(found.reason());
            }
            if (!found.outcome().isEmpty()) {
                return new Delivered.Answered(found.outcome());
            }
            long now = System.nanoTime();
            if (lastLook == Long.MAX_VALUE && isRead(service, partition, written.offset())) {
                lastLook = now + LAST_LOOKS.toNanos();
            }
            if (lastLook != Long.MAX_VALUE && now - lastLook > 0) {
                return new Delivered.Unanswered();
            }
            if (lastLook == Long.MAX_VALUE && now - deadline > 0) {
                return new Delivered.Waiting(written.topic() + "/" + written.partition() + "@" + written.offset());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    @Override
    public void close() {
        writer.close();
        cluster.close();
    }

    /** What was told, and why it was parked; empty where it was not. */
    private record Found(List<Message> outcome, String reason) {}

    private Found found(Message message, TopicPartition partition, long offset, Map<TopicPartition, Long> from)
            throws InterruptedException {
        List<Message> outcome = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        reader.read(from, cluster.ends(from.keySet()), record -> {
            if (Topics.named(record.topic()).key() == Topic.Key.AS_INPUT) {
                if (isCopyOf(record, partition, offset)) {
                    reasons.add(header(record, ParkedHeaders.REASON) + ": " + header(record, ParkedHeaders.ERROR));
                }
            } else {
                addIfCausedBy(message, record, outcome);
            }
        });
        return new Found(outcome, reasons.isEmpty() ? "" : reasons.getFirst());
    }

    private void addIfCausedBy(Message cause, ConsumerRecord<byte[], byte[]> record, List<Message> outcome) {
        try {
            Message message = deserializer.deserialize(record.value());
            boolean isCaused = message.meta().causationId().equals(cause.meta().eventId())
                    && !message.meta().eventId().equals(cause.meta().eventId());
            if (isCaused) {
                outcome.add(message);
            }
        } catch (UndecodableException undecodable) {
            // Whoever wrote it, it is not the service's answer.
        }
    }

    private boolean isRead(String service, TopicPartition partition, long offset) throws InterruptedException {
        return cluster.committedBy(service, List.of(partition)).getOrDefault(partition, 0L) > offset;
    }

    private List<TopicPartition> partitionsOf(String service, Collection<Topic> outcomes) throws InterruptedException {
        List<String> topics = Stream.concat(outcomes.stream(), Stream.of(Topics.parkedOf(service)))
                .map(Topic::name)
                .toList();
        return cluster.partitionsOf(topics).entrySet().stream()
                .flatMap(topic -> Cluster.partitionsOf(topic.getKey(), topic.getValue()))
                .toList();
    }

    private static boolean isCopyOf(ConsumerRecord<byte[], byte[]> record, TopicPartition partition, long offset) {
        return header(record, ParkedHeaders.TOPIC).equals(partition.topic())
                && header(record, ParkedHeaders.PARTITION).equals(Integer.toString(partition.partition()))
                && header(record, ParkedHeaders.OFFSET).equals(Long.toString(offset));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
