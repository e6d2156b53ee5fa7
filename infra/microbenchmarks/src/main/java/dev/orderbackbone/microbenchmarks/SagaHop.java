package dev.orderbackbone.microbenchmarks;

import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.orderevents.flow.OrderTopology;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.Stores;

/** The saga's topology as the service has it, but with its orders in memory. */
final class SagaHop {
    private static final Duration TIMER = Duration.ofMillis(250);

    private SagaHop() {}

    /** How the service stores an order. */
    static StateSerde<Order> orderSerde() {
        return StateSerde.ofResource(Order.class, "/state/Order.avsc");
    }

    /**
     * The topology. The test driver commits after every record, and with a store on disk each commit would write and sync a file: that, and
     * nothing else, would be measured.
     */
    static DecisionTopology<Order> inMemory(SchemaRegistryClient registry) {
        DecisionTopology<Order> saga = OrderTopology.of(
                SagaSettings.STANDARD,
                MessageDeserializer.create(registry),
                MessageSerializer.create(registry),
                TIMER,
                DecisionListener.NONE);
        String store = saga.stores().getFirst().name();
        return new DecisionTopology<>(
                saga.service(),
                saga.inputs(),
                saga.outputs(),
                List.of(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(store), Serdes.String(), Serdes.ByteArray())),
                saga.flow(),
                saga.deserializer(),
                saga.serializer(),
                saga.timerResolution(),
                saga.listener());
    }
}
