package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.log.LogScan;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A count, loss or find corrects the stock on hand of a SKU.
 *
 * @param delta units to add, negative to take away; not 0.
 * @param kafkaProperties of the installation whose levels are looked at.
 */
record StockWish(
        String pool, String sku, int delta, Map<String, Object> kafkaProperties, MessageDeserializer deserializer)
        implements Wish {
    private static final String NO_STORE = "";

    StockWish {
        kafkaProperties = Map.copyOf(kafkaProperties);
    }

    @Override
    public String subject() {
        return pool + "/" + sku;
    }

    @Override
    public boolean isAboutOrder() {
        return false;
    }

    @Override
    public String service() {
        return Topics.INVENTORY;
    }

    @Override
    public List<Topic> outcomes() {
        return List.of(Topics.STOCK_EVENTS);
    }

    @Override
    public Prospect prospect(Instant now) throws InterruptedException {
        Map<String, StockLevel> levels = levelsOfPool();
        if (levels.isEmpty()) {
            throw new CommandFailure("there is no stock pool " + pool + " that has ever held anything");
        }
        StockLevel level = levels.get(sku);
        long onHand = level == null ? 0 : level.onHand();
        long reserved = level == null ? 0 : level.reserved();
        long applied = Math.max(delta, reserved - onHand);
        return new Prospect(
                NO_STORE,
                "(" + onHand + " on hand, " + reserved + " of them reserved): StockAdjusted by " + applied,
                false,
                false,
                warnings(level, applied, reserved));
    }

    @Override
    public Message message(Meta meta, Operation operation) {
        return new AdjustStock(meta, pool, operation.id(), operation.reason(), List.of(new StockDelta(sku, delta)));
    }

    @Override
    public List<String> faults(List<Message> outcome) {
        return outcome.stream()
                .filter(StockAdjusted.class::isInstance)
                .map(StockAdjusted.class::cast)
                .filter(adjusted -> adjusted.appliedDelta() != delta)
                .map(adjusted -> "of " + delta + " units " + adjusted.appliedDelta()
                        + " were applied: the rest is promised to orders")
                .toList();
    }

    private List<String> warnings(@Nullable StockLevel level, long applied, long reserved) {
        if (level == null) {
            return List.of("pool " + pool + " has never held " + sku);
        }
        return applied == delta
                ? List.of()
                : List.of("no more than " + applied + " can be applied: " + reserved + " are promised to orders");
    }

    private Map<String, StockLevel> levelsOfPool() throws InterruptedException {
        Map<String, StockLevel> levels = new HashMap<>();
        try (LogScan scan = new LogScan(kafkaProperties)) {
            scan.read(scan.partitionsOf(Topics.STOCK_LEVELS), record -> add(record, levels));
        }
        return levels;
    }

    private void add(ConsumerRecord<byte[], byte[]> record, Map<String, StockLevel> levels) {
        try {
            if (deserializer.deserialize(record.value()) instanceof StockLevel level
                    && level.pool().equals(pool)) {
                levels.merge(
                        level.sku(), level, (one, other) -> one.poolSequence() > other.poolSequence() ? one : other);
            }
        } catch (UndecodableException undecodable) {
            // The inventory wrote none such; what else stands there is nobody's stock.
        }
    }
}
