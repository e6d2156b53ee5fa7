package dev.orderbackbone.inventory.flow;

import dev.orderbackbone.inventory.domain.PoolView;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.Duration;
import java.util.List;

/** What the inventory reads and writes. */
public final class InventoryTopology {
    private InventoryTopology() {}

    /**
     * The topology.
     *
     * @param levelInterval how often the levels of changed SKUs are told, 10 ms or more.
     */
    public static DecisionTopology<PoolView> of(
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            Duration levelInterval,
            DecisionListener listener) {
        return new DecisionTopology<>(
                Topics.INVENTORY,
                List.of(Topics.INVENTORY_COMMANDS),
                List.of(Topics.INVENTORY_EVENTS, Topics.STOCK_EVENTS, Topics.STOCK_LEVELS),
                PoolStores.builders(),
                InventoryFlow::new,
                deserializer,
                serializer,
                levelInterval,
                listener);
    }
}
