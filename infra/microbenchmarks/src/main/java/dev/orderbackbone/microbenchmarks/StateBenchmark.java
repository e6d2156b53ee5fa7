package dev.orderbackbone.microbenchmarks;

import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.util.Objects;
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

/** The state of a confirmed order of three lines, to the bytes of its store and back. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class StateBenchmark {
    private static final String STORE = "orders";

    private final StateSerde<Order> serde = SagaHop.orderSerde();
    private final Order order = OrderStory.play().confirmed();
    private final byte[] bytes = encodeOrder();

    /** To bytes. */
    @Benchmark
    public final byte[] encodeOrder() {
        return Objects.requireNonNull(serde.serialize(STORE, order));
    }

    /** From bytes. */
    @Benchmark
    public Order decodeOrder() {
        return Objects.requireNonNull(serde.deserialize(STORE, bytes));
    }
}
