package dev.orderbackbone.orderevents.flow;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.runtime.Flow;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** A saga with a defect: it fails on every answer of a stock pool. */
final class FailingFlow implements Flow<Order> {
    private final Flow<Order> genuine;

    FailingFlow(Flow<Order> genuine) {
        this.genuine = genuine;
    }

    @Override
    public void open(ProcessorContext<byte[], byte[]> context) {
        genuine.open(context);
    }

    @Override
    public @Nullable Order load(String key, Message input) {
        return genuine.load(key, input);
    }

    @Override
    public Decision<Order> decide(@Nullable Order order, String key, Message input, Instant now) {
        if (input instanceof StockReserved) {
            throw new IllegalStateException("a defect");
        }
        return genuine.decide(order, key, input, now);
    }

    @Override
    public void save(String key, Order order) {
        genuine.save(key, order);
    }
}
