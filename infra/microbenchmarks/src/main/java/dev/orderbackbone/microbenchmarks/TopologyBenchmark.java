package dev.orderbackbone.microbenchmarks;

import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One hop: a submission goes through the saga's topology in Kafka Streams' test driver. Per operation a submission is made and encoded, then decoded,
 * decided on, the order stored, the changelog and the messages encoded and handed to a producer that keeps them in memory.
 *
 * <p>Left out: the broker, the network, the transaction, batching and compression of the real producer, fetching and the threads of the real
 * consumer, and RocksDB. Added: the driver's own work, which a service does not do: a flush of all stores for each record, and for each record that is
 * written a look through all topics by regular expressions. {@link #driverAlone} is what that comes to; what a hop costs a service is the difference,
 * roughly.
 *
 * <p>It takes the compiler longer to be done with so much code: hence more iterations to warm up.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
public class TopologyBenchmark {
    private static final String TALLY = "tally";

    /** The saga's topology. New for each iteration, so that its orders do not pile up. */
    @State(Scope.Thread)
    public static class Saga extends Driven {
        @Override
        DrivenTopology start(InMemorySchemaRegistry registry) {
            DecisionTopology<Order> saga = SagaHop.inMemory(registry);
            return new DrivenTopology(
                    saga.build(),
                    saga.serializer(),
                    saga.outputs().stream().map(Topic::name).toList(),
                    Stream.concat(saga.stores().stream().map(StoreBuilder::name), Stream.of(TALLY))
                            .toList());
        }
    }

    /** The same records without the saga. New for each iteration, too. */
    @State(Scope.Thread)
    public static class Relay extends Driven {
        @Override
        DrivenTopology start(InMemorySchemaRegistry registry) {
            return new DrivenTopology(
                    RelayHop.topology(), MessageSerializer.create(registry), RelayHop.TOPICS, RelayHop.STORES);
        }
    }

    /** Has a topology while an iteration runs. */
    abstract static class Driven {
        private final InMemorySchemaRegistry registry = InMemorySchemaRegistry.withContract();
        private @Nullable DrivenTopology topology;

        abstract DrivenTopology start(InMemorySchemaRegistry registry);

        /** Starts it. */
        @Setup(Level.Iteration)
        public void open() {
            topology = start(registry);
        }

        /** Ends it. */
        @TearDown(Level.Iteration)
        public void close() {
            topology().close();
        }

        DrivenTopology topology() {
            return Objects.requireNonNull(topology, "used before open");
        }
    }

    /** The saga takes a submission in. */
    @Benchmark
    public int submissionPlaced(Saga saga) {
        return saga.topology().submit();
    }

    /** What of that is the driver, and making and encoding the submission: as many records, and nobody who decides. */
    @Benchmark
    public int driverAlone(Relay relay) {
        return relay.topology().submit();
    }
}
