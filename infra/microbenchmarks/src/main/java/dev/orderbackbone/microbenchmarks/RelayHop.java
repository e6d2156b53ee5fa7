package dev.orderbackbone.microbenchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.schemas.Topics;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The saga's traffic without the saga: as many source topics, and for each record that comes in two records of changelogs and two messages. Nothing is
 * decoded, decided or encoded: the value that came in is written each time.
 */
final class RelayHop {
    static final List<String> STORES = List.of("relayed", "counted");
    static final List<String> TOPICS = List.of("relayed-to-one", "relayed-to-another");

    private static final List<String> SOURCES =
            List.of(Topics.ORDERS_INTAKE.name(), Topics.INVENTORY_EVENTS.name(), Topics.PAYMENTS_EVENTS.name());
    private static final String PROCESSOR = "relay";

    private RelayHop() {}

    static Topology topology() {
        Topology topology = new Topology();
        for (String source : SOURCES) {
            topology.addSource(
                    source,
                    Serdes.ByteArray().deserializer(),
                    Serdes.ByteArray().deserializer(),
                    source);
        }
        topology.addProcessor(PROCESSOR, Relay::new, SOURCES.toArray(String[]::new));
        for (String store : STORES) {
            topology.addStateStore(
                    Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(store), Serdes.String(), Serdes.ByteArray()),
                    PROCESSOR);
        }
        for (String topic : TOPICS) {
            topology.addSink(
                    topic,
                    topic,
                    Serdes.ByteArray().serializer(),
                    Serdes.ByteArray().serializer(),
                    PROCESSOR);
        }
        return topology;
    }

    private static final class Relay implements Processor<byte[], byte[], byte[], byte[]> {
        private static final String ONE_KEY = "all";

        private @Nullable ProcessorContext<byte[], byte[]> context;
        private @Nullable KeyValueStore<String, byte[]> relayed;
        private @Nullable KeyValueStore<String, byte[]> counted;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
            relayed = context.getStateStore(STORES.getFirst());
            counted = context.getStateStore(STORES.getLast());
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            opened(relayed).put(new String(record.key(), UTF_8), record.value());
            opened(counted).put(ONE_KEY, record.value());
            for (String topic : TOPICS) {
                opened(context).forward(record, topic);
            }
        }

        private static <T> T opened(@Nullable T value) {
            return Objects.requireNonNull(value, "used before init");
        }
    }
}
