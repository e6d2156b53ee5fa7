package dev.orderbackbone.operator.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.operation.OperationFinished;
import dev.orderbackbone.contract.operation.OperationStarted;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderHistory;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.operator.log.LogScan;
import dev.orderbackbone.runtime.Redrive;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topic.Key;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Gathers the records of one order. */
final class TimelineReader {
    /** Clocks of storefronts may be off by so much. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    private static final String PARKED_PREFIX = "parked.";

    private final LogScan scan;
    private final MessageDeserializer deserializer;
    private final String orderId;
    private final byte[] key;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> operations = new HashSet<>();
    private OrderHistory history;
    private Summaries summaries = new Summaries("");
    private @Nullable Instant first;

    TimelineReader(LogScan scan, MessageDeserializer deserializer, String orderId) {
        this.scan = scan;
        this.deserializer = deserializer;
        this.orderId = orderId;
        this.key = orderId.getBytes(UTF_8);
        this.history = OrderHistory.of(orderId);
    }

    /** The timeline; without entries where nothing is known of the order. */
    Timeline read() throws InterruptedException {
        scan.read(scan.partitionOf(Topics.ORDERS_INTAKE, key), this::see);
        if (first != null) {
            scan.readSince(first.minus(CLOCK_SLACK), others(), this::see);
        }
        return Timeline.of(orderId, history.toString(), entries);
    }

    /** Of topics keyed by order id the one partition; of the others, all that can hold something of an order. */
    private List<TopicPartition> others() throws InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : Topics.ALL) {
            if (!topic.equals(Topics.ORDERS_INTAKE) && topic.key() != Key.STOCK_POOL_AND_SKU) {
                partitions.addAll(
                        topic.key() == Key.ORDER_ID ? scan.partitionOf(topic, key) : scan.partitionsOf(topic));
            }
        }
        return partitions;
    }

    private void see(ConsumerRecord<byte[], byte[]> record) {
        boolean isKeyed = Arrays.equals(record.key(), key);
        if (isKeyed || isAudit(record) || contains(record.value(), key)) {
            add(record, isKeyed);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record, boolean isKeyed) {
        try {
            Message message = deserializer.deserialize(record.value());
            if (message.meta().orderId().equals(orderId) || isOperationOnOrder(message)) {
                add(record, message);
            }
        } catch (UndecodableException undecodable) {
            if (isKeyed) {
                add(
                        record,
                        Instant.ofEpochMilli(record.timestamp()),
                        undecodable.reason().name(),
                        "",
                        "",
                        "does not decode");
            }
        }
    }

    private static boolean isAudit(ConsumerRecord<byte[], byte[]> record) {
        return record.topic().equals(Topics.OPERATIONS_AUDIT.name());
    }

    /** What operators began and ended stands in one partition, so the beginning is known before the end. */
    private boolean isOperationOnOrder(Message message) {
        return switch (message) {
            case OperationStarted started ->
                started.orders().contains(orderId) && operations.add(started.operationId());
            case OperationFinished finished -> operations.contains(finished.operationId());
            default -> false;
        };
    }

    private void add(ConsumerRecord<byte[], byte[]> record, Message message) {
        if (message instanceof OrderSubmitted submitted) {
            summaries = new Summaries(submitted.currency());
        } else if (message instanceof OrderPlaced placed) {
            summaries = new Summaries(placed.currency());
        }
        if (message instanceof OrderEvent event && record.topic().equals(Topics.ORDERS_EVENTS.name())) {
            history = history.after(event);
        }
        add(
                record,
                message.meta().occurredAt(),
                message.getClass().getSimpleName(),
                message.meta().eventId().toString(),
                message.meta().causationId().toString(),
                summaries.of(message));
    }

    private void add(
            ConsumerRecord<byte[], byte[]> record,
            Instant time,
            String type,
            String eventId,
            String causationId,
            String summary) {
        if (first == null || time.isBefore(first)) {
            first = time;
        }
        Map<String, String> parked = parkedHeaders(record);
        entries.add(new Entry(
                time,
                record.topic(),
                record.partition(),
                record.offset(),
                parked.isEmpty() ? type : wordFor(record) + type,
                // A parked record is a copy: it must not pass for the cause of what the original brought about.
                parked.isEmpty() ? eventId : "",
                parked.isEmpty() ? causationId : eventId,
                summary,
                parked));
    }

    /** What was done with a record that stands where it was put, not where it came from. */
    private static String wordFor(ConsumerRecord<byte[], byte[]> record) {
        Header action = record.headers().lastHeader(Redrive.ACTION);
        return action == null ? "PARKED " : text(action) + " ";
    }

    private static Map<String, String> parkedHeaders(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> parked = new HashMap<>();
        if (Topics.named(record.topic()).key() == Key.AS_INPUT) {
            Stream.of(record.headers().toArray())
                    .filter(header -> header.key().startsWith(PARKED_PREFIX))
                    .forEach(header -> parked.put(header.key().substring(PARKED_PREFIX.length()), text(header)));
        }
        return parked;
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private static boolean contains(byte @Nullable [] bytes, byte[] wanted) {
        if (bytes == null) {
            return false;
        }
        for (int from = 0; from <= bytes.length - wanted.length; from++) {
            if (bytes[from] == wanted[0]
                    && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
