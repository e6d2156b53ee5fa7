package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology of a service: its input topics and its redrive topic, one processor, its output topics. It is plain data and needs no broker.
 *
 * @param service its name in the catalogue, which is also its consumer group.
 * @param inputs topics that it decides on; they have the same number of partitions and the same key.
 * @param outputs topics that it may write to, beside its parked topic.
 * @param stores state stores of the flow.
 * @param flow makes the flow of one task.
 * @param timerResolution how late a passed deadline may be noticed, 10 ms or more.
 * @param listener is told what became of each input.
 */
public record DecisionTopology<S>(
        String service,
        List<Topic> inputs,
        List<Topic> outputs,
        List<StoreBuilder<?>> stores,
        Supplier<? extends Flow<S>> flow,
        MessageDeserializer deserializer,
        MessageSerializer serializer,
        Duration timerResolution,
        DecisionListener listener) {
    private static final String PROCESSOR = "decide";

    /** The topology for Kafka Streams, with explicit names for everything. */
    public Topology build() {
        Topology topology = new Topology();
        String[] sources = sources().map(DecisionTopology::sourceOf).toArray(String[]::new);
        for (Topic input : sources().toList()) {
            topology.addSource(
                    AutoOffsetReset.earliest(),
                    sourceOf(input),
                    new AnyTimestamp(),
                    Serdes.ByteArray().deserializer(),
                    Serdes.ByteArray().deserializer(),
                    input.name());
        }
        topology.addProcessor(PROCESSOR, () -> new DecidingProcessor<>(this), sources);
        stores.forEach(store -> topology.addStateStore(store, PROCESSOR));
        ParkedLines.builders().forEach(store -> topology.addStateStore(store, PROCESSOR));
        topology.addStateStore(tally(), PROCESSOR);
        for (Topic output : outputsAndParked()) {
            topology.addSink(
                    sinkOf(output.name()),
                    output.name(),
                    Serdes.ByteArray().serializer(),
                    Serdes.ByteArray().serializer(),
                    PROCESSOR);
        }
        return topology;
    }

    /** Every topic that the service reads or writes. */
    public Set<Topic> topics() {
        Set<Topic> topics = sources().collect(Collectors.toSet());
        topics.addAll(outputsAndParked());
        return topics;
    }

    /** Whether it decides on the records of a topic. */
    boolean reads(String topic) {
        return inputs.stream().anyMatch(input -> input.name().equals(topic));
    }

    /** Where operators put what it has parked. */
    Topic redrive() {
        return Topics.redriveOf(service);
    }

    boolean accepts(String topic, Message input) {
        return Topics.of(input.getClass()).name().equals(topic);
    }

    /** Where a message goes. Refuses one that the service must not write, before anything is stored. */
    String destinationOf(Message message) {
        Topic topic = Topics.of(message.getClass());
        if (!outputs.contains(topic)) {
            throw new IllegalStateException(service + " does not write to " + topic.name());
        }
        return topic.name();
    }

    static String sinkOf(String topic) {
        return "to-" + topic;
    }

    private static String sourceOf(Topic topic) {
        return "from-" + topic.name();
    }

    private Stream<Topic> sources() {
        return Stream.concat(inputs.stream(), Stream.of(redrive()));
    }

    private List<Topic> outputsAndParked() {
        return Stream.concat(outputs.stream(), Stream.of(Topics.parkedOf(service)))
                .toList();
    }

    /** Cached: one record of each topic's tally a commit, however many inputs it counts. */
    private static StoreBuilder<?> tally() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(DecidingProcessor.TALLY),
                        Serdes.String(),
                        StateSerde.ofResource(Tally.class, "/state/Tally.avsc"))
                .withCachingEnabled();
    }
}
