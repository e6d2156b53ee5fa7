package dev.orderbackbone.microbenchmarks;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Messages to bytes and back, wire format included; the schema is known, as it is to a service after the first record. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class CodecBenchmark {
    private final OrderStory story = OrderStory.play();
    private final InMemorySchemaRegistry registry = InMemorySchemaRegistry.withContract();
    private final MessageSerializer serializer = MessageSerializer.create(registry);
    private final MessageDeserializer deserializer = MessageDeserializer.create(registry);
    private final byte[] submitted = serializer.serialize(story.submitted());
    private final byte[] placed = serializer.serialize(story.placed());
    private final byte[] authorized = serializer.serialize(story.authorized());

    /** Of three lines. */
    @Benchmark
    public byte[] encodeOrderSubmitted() {
        return serializer.serialize(story.submitted());
    }

    /** Of three lines. */
    @Benchmark
    public Message decodeOrderSubmitted() {
        return deserializer.deserialize(submitted);
    }

    /** Of three lines. */
    @Benchmark
    public byte[] encodeOrderPlaced() {
        return serializer.serialize(story.placed());
    }

    /** Of three lines. */
    @Benchmark
    public Message decodeOrderPlaced() {
        return deserializer.deserialize(placed);
    }

    /** The smallest kind of message. */
    @Benchmark
    public byte[] encodePaymentAuthorized() {
        return serializer.serialize(story.authorized());
    }

    /** The smallest kind of message. */
    @Benchmark
    public Message decodePaymentAuthorized() {
        return deserializer.deserialize(authorized);
    }
}
