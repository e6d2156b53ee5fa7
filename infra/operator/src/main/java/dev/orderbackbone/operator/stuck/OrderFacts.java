package dev.orderbackbone.operator.stuck;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.log.LogScan;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topic.Key;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads what was asked and answered for some orders. */
final class OrderFacts {
    /** Records carry the time of what caused them, which may be a storefront's. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    private static final List<Topic> TOPICS = List.of(
            Topics.ORDERS_EVENTS,
            Topics.INVENTORY_COMMANDS,
            Topics.INVENTORY_EVENTS,
            Topics.PAYMENTS_COMMANDS,
            Topics.PAYMENTS_CALLS,
            Topics.PAYMENTS_ANSWERS,
            Topics.PAYMENTS_EVENTS);

    private final MessageDeserializer deserializer;
    private final Map<String, List<Message>> byOrder = new HashMap<>();

    private OrderFacts(MessageDeserializer deserializer) {
        this.deserializer = deserializer;
    }

    /** By order. Of topics that are keyed by order id only the partitions are read that can hold one of them. */
    static Map<String, List<Message>> read(LogScan scan, MessageDeserializer deserializer, Collection<OpenOrder> orders)
            throws InterruptedException {
        Optional<Instant> first = orders.stream().map(OpenOrder::placedAt).min(Instant::compareTo);
        if (first.isEmpty()) {
            return Map.of();
        }
        OrderFacts facts = new OrderFacts(deserializer);
        orders.forEach(order -> facts.byOrder.put(order.orderId(), new ArrayList<>()));
        scan.readSince(first.get().minus(CLOCK_SLACK), partitions(scan, facts.byOrder.keySet()), facts::see);
        return facts.byOrder;
    }

    private static Set<TopicPartition> partitions(LogScan scan, Set<String> orderIds) throws InterruptedException {
        Set<TopicPartition> partitions = new LinkedHashSet<>();
        for (Topic topic : TOPICS) {
            if (topic.key() == Key.ORDER_ID) {
                for (String orderId : orderIds) {
                    partitions.addAll(scan.partitionOf(topic, orderId.getBytes(UTF_8)));
                }
            } else {
                partitions.addAll(scan.partitionsOf(topic));
            }
        }
        return partitions;
    }

    private void see(ConsumerRecord<byte[], byte[]> record) {
        Topic topic = Topics.named(record.topic());
        boolean isOfAnother = topic.key() == Key.ORDER_ID
                && (record.key() == null || !byOrder.containsKey(new String(record.key(), UTF_8)));
        if (!isOfAnother) {
            add(record.value());
        }
    }

    private void add(byte[] value) {
        try {
            Message message = deserializer.deserialize(value);
            List<Message> known = byOrder.get(message.meta().orderId());
            if (known != null) {
                known.add(message);
            }
        } catch (UndecodableException undecodable) {
            // It tells nobody anything; whoever could not decide on it has parked it.
        }
    }
}
