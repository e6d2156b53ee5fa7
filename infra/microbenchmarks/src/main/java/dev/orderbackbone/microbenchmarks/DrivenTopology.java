package dev.orderbackbone.microbenchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** A topology in the test driver, which is sent one submission after the other. */
final class DrivenTopology implements AutoCloseable {
    private static final String APPLICATION = "microbenchmark";

    private final MessageSerializer serializer;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> intake;
    private final List<TestOutputTopic<byte[], byte[]>> outputs;
    private long sent;

    /**
     * Starts it.
     *
     * @param stores whose changelogs are written.
     */
    DrivenTopology(Topology topology, MessageSerializer serializer, List<String> topics, List<String> stores) {
        this.serializer = serializer;
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        driver = new TopologyTestDriver(topology, properties, SampleSubmissions.NOON);
        intake = driver.createInputTopic(
                Topics.ORDERS_INTAKE.name(), new ByteArraySerializer(), new ByteArraySerializer());
        Stream<String> changelogs = stores.stream().map(store -> APPLICATION + "-" + store + "-changelog");
        outputs = Stream.concat(topics.stream(), changelogs)
                .map(topic -> driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer()))
                .toList();
    }

    /** Makes and encodes another submission, sends it, and takes away what was written: otherwise it would pile up. Returns how many records. */
    int submit() {
        sent++;
        OrderSubmitted submitted = SampleSubmissions.of(sent);
        intake.pipeInput(submitted.meta().orderId().getBytes(UTF_8), serializer.serialize(submitted));
        int records = 0;
        for (TestOutputTopic<byte[], byte[]> output : outputs) {
            while (!output.isEmpty()) {
                output.readRecord();
                records++;
            }
        }
        return records;
    }

    @Override
    public void close() {
        driver.close();
    }
}
