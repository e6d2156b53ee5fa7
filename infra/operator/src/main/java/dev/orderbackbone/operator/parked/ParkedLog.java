package dev.orderbackbone.operator.parked;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.log.LogScan;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.source.ParkedReader;
import dev.orderbackbone.runtime.ParkedHeaders;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topic.Key;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads everything that is parked. */
public final class ParkedLog {
    private static final Comparator<ParkedEntry> BY_PLACE = Comparator.comparing(
                    (ParkedEntry entry) -> entry.record().place().source())
            .thenComparingInt(entry -> entry.record().place().partition())
            .thenComparingLong(entry -> entry.record().place().offset());

    private ParkedLog() {}

    /** All of it, of each partition in the order of its offsets. */
    public static List<ParkedEntry> read(LogScan scan, MessageDeserializer deserializer) throws InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : Topics.PARKED) {
            partitions.addAll(scan.partitionsOf(topic));
        }
        List<ParkedEntry> entries = new ArrayList<>();
        scan.read(partitions, record -> entries.add(entryOf(record, deserializer)));
        entries.sort(BY_PLACE);
        return entries;
    }

    static ParkedEntry entryOf(ConsumerRecord<byte[], byte[]> record, MessageDeserializer deserializer) {
        ParkedRecord parked = ParkedReader.of(Topics.serviceOf(Topics.named(record.topic())), record);
        byte @Nullable [] value = record.value();
        Message message = null;
        String undecodable = "";
        String orderId = orderIdOf(parked);
        try {
            message = deserializer.deserialize(value);
        } catch (UndecodableException failure) {
            undecodable = parked.leftAtOrigin()
                    ? "too large to be copied"
                    : failure.reason().name();
            orderId = failure.orderId().orElse(orderId);
        }
        Map<String, String> headers = headersOf(record);
        return new ParkedEntry(
                parked,
                headers.getOrDefault(ParkedHeaders.ERROR, ""),
                parkedAt(record, headers),
                message == null ? orderId : message.meta().orderId(),
                message,
                undecodable,
                value == null ? 0 : value.length,
                headers,
                record);
    }

    /** A key of stock is no order's. */
    private static String orderIdOf(ParkedRecord parked) {
        boolean isOfStock = Topics.ALL.stream()
                .filter(topic -> topic.name().equals(parked.origin().source()))
                .anyMatch(topic -> topic.key() == Key.STOCK_POOL || topic.key() == Key.STOCK_POOL_AND_SKU);
        return isOfStock ? "" : parked.key();
    }

    private static Instant parkedAt(ConsumerRecord<byte[], byte[]> record, Map<String, String> headers) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(headers.getOrDefault(ParkedHeaders.AT, "")));
        } catch (NumberFormatException notStated) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }

    private static Map<String, String> headersOf(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        return headers;
    }
}
