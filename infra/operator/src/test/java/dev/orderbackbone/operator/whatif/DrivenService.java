package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/** A service's real topology in the test driver, its stores in memory, and how far it has read. */
final class DrivenService implements AutoCloseable {
    private final DecisionTopology<?> topology;
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private Instant now;

    /**
     * Starts it.
     *
     * @param onDisk serdes of the values of stores that lie on disk otherwise, by name.
     */
    <S> DrivenService(DecisionTopology<S> service, Map<String, Serde<?>> onDisk, Instant start) {
        DecisionTopology<S> inMemory = new DecisionTopology<>(
                service.service(),
                service.inputs(),
                service.outputs(),
                service.stores().stream()
                        .<StoreBuilder<?>>map(store -> inMemory(store, onDisk))
                        .toList(),
                service.flow(),
                service.deserializer(),
                service.serializer(),
                service.timerResolution(),
                service.listener());
        topology = inMemory;
        now = start;
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, service.service());
        driver = new TopologyTestDriver(inMemory.build(), properties, start);
        for (Topic input : service.inputs()) {
            inputs.put(
                    input.name(),
                    driver.createInputTopic(input.name(), new ByteArraySerializer(), new ByteArraySerializer()));
            positions.put(input.name(), 0);
        }
        Stream.concat(service.outputs().stream(), Stream.of(Topics.parkedOf(service.service())))
                .forEach(output -> outputs.put(
                        output.name(),
                        driver.createOutputTopic(
                                output.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())));
    }

    String name() {
        return topology.service();
    }

    DecisionTopology<?> topology() {
        return topology;
    }

    /** How many records of a topic it has read; 0 of one that it does not read. */
    int positionIn(String topic) {
        return positions.getOrDefault(topic, 0);
    }

    /** Reads the next record of a topic at a time. */
    void read(ConsumerRecord<byte[], byte[]> record, Instant time) {
        advanceTo(time);
        positions.merge(record.topic(), 1, Integer::sum);
        Objects.requireNonNull(inputs.get(record.topic()))
                .pipeInput(new TestRecord<>(
                        record.key(), record.value(), record.headers(), Instant.ofEpochMilli(record.timestamp())));
    }

    /** Lets time pass, and deadlines with it. */
    void advanceTo(Instant time) {
        if (time.isAfter(now)) {
            driver.advanceWallClockTime(Duration.between(now, time));
            now = time;
        }
    }

    /** What it has written since it was asked last, by topic. */
    Map<String, List<TestRecord<byte[], byte[]>>> written() {
        Map<String, List<TestRecord<byte[], byte[]>>> written = new HashMap<>();
        outputs.forEach((topic, output) -> {
            List<TestRecord<byte[], byte[]>> records = new ArrayList<>(output.readRecordsToList());
            written.put(topic, records);
        });
        return written;
    }

    @Override
    public void close() {
        driver.close();
    }

    private static StoreBuilder<?> inMemory(StoreBuilder<?> store, Map<String, Serde<?>> onDisk) {
        Serde<?> values = onDisk.get(store.name());
        return values == null
                ? store
                : Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(store.name()), Serdes.String(), values);
    }
}
