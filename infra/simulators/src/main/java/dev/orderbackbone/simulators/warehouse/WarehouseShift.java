package dev.orderbackbone.simulators.warehouse;

import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.orderevents.client.OrdersKafkaPublisher;
import dev.orderbackbone.orderevents.client.Shipment;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From one start to the next failure: reads, sends, commits. For one thread. */
final class WarehouseShift {
    private static final Logger LOG = LoggerFactory.getLogger(WarehouseShift.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(250);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

    private final Warehouse warehouse;
    private final Consumer<byte[], byte[]> consumer;
    private final MessageDeserializer deserializer;
    private final OrdersKafkaPublisher publisher;
    private final WarehouseState state;
    private final Clock clock;
    private final Map<TopicPartition, Long> doneBefore = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private Instant nextCommit = Instant.MIN;
    private Instant nextWord = Instant.MIN;
    private long toldOrders;

    WarehouseShift(
            Warehouse warehouse,
            Consumer<byte[], byte[]> consumer,
            MessageDeserializer deserializer,
            OrdersKafkaPublisher publisher,
            WarehouseState state,
            Clock clock) {
        this.warehouse = warehouse;
        this.consumer = consumer;
        this.deserializer = deserializer;
        this.publisher = publisher;
        this.state = state;
        this.clock = clock;
    }

    /** Goes to the beginning of the log, and remembers what has been done. */
    void begin(List<TopicPartition> partitions) {
        consumer.assign(partitions);
        Map<TopicPartition, OffsetAndMetadata> positions = consumer.committed(Set.copyOf(partitions));
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata position = positions.get(partition);
            doneBefore.put(partition, position == null ? 0 : position.offset());
        }
        committed.putAll(doneBefore);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what there is, sends what is due, commits. */
    void goOn() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        Instant now = clock.instant();
        records.forEach(record -> see(record, now));
        if (state.isShipping()) {
            send(warehouse.due(now));
        }
        state.holds(warehouse.openOrders(), warehouse.waitingOrders());
        if (now.isAfter(nextCommit)) {
            commit();
            nextCommit = now.plus(BETWEEN_COMMITS);
        }
        sayHowItGoes(now);
    }

    /** Commits what is done. */
    void end() {
        commit();
    }

    private void see(ConsumerRecord<byte[], byte[]> record, Instant now) {
        try {
            if (deserializer.deserialize(record.value()) instanceof OrderEvent event) {
                boolean isDone = record.offset()
                        < doneBefore.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
                warehouse.see(event, record.partition(), record.offset(), isDone, now);
            }
        } catch (UndecodableException newerOrBroken) {
            state.skipped();
        }
    }

    /** All at once, and then waits until the log has them all. What fails is sent again after the restart that follows. */
    private void send(List<Dispatch> due) {
        if (due.isEmpty()) {
            return;
        }
        List<CompletableFuture<String>> sent = new ArrayList<>();
        for (Dispatch dispatch : due) {
            for (Shipment shipment : dispatch.shipments()) {
                sent.add(publisher.ship(dispatch.orderId(), shipment).toCompletableFuture());
            }
        }
        sent.forEach(CompletableFuture::join);
        for (Dispatch dispatch : due) {
            warehouse.sent(dispatch);
            state.shipped(dispatch);
        }
    }

    private void commit() {
        Map<TopicPartition, Long> moved = consumer.assignment().stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition -> Math.max(
                                doneBefore.getOrDefault(partition, 0L),
                                warehouse.doneUpTo(partition.partition(), consumer.position(partition)))));
        moved.entrySet().removeIf(position -> position.getValue().equals(committed.get(position.getKey())));
        if (!moved.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            moved.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
            consumer.commitSync(offsets);
            committed.putAll(moved);
        }
    }

    private void sayHowItGoes(Instant now) {
        if (state.shippedOrders() != toldOrders && now.isAfter(nextWord)) {
            LOG.info("{}", state);
            toldOrders = state.shippedOrders();
            nextWord = now.plus(BETWEEN_WORDS);
        }
    }
}
