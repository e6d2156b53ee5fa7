package dev.orderbackbone.microbenchmarks;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Decision.Decided;
import dev.orderbackbone.inventory.domain.PoolView;
import dev.orderbackbone.inventory.domain.StockDecider;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.payment.domain.Payment;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The pure decisions: no store, no bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class DeciderBenchmark {
    private final OrderStory story = OrderStory.play();
    private final List<SagaInput> life = story.life();

    /** Three decisions of the saga: submitted, reserved, authorised; the order is confirmed then. */
    @Benchmark
    public @Nullable Order orderConfirmed(Blackhole hole) {
        Order order = null;
        for (SagaInput input : life) {
            Decided<Order> decided =
                    OrderStory.effect(OrderStory.ORDERS.decide(order, story.orderId(), input, OrderStory.NOW));
            hole.consume(decided.messages());
            order = decided.state();
        }
        return order;
    }

    /** One decision: three SKUs of one pool, all there. */
    @Benchmark
    public Decision<PoolView> stockReserved() {
        return StockDecider.decide(story.pool(), story.reserve(), OrderStory.NOW);
    }

    /** Two decisions: the saga's command, which leads to a call, and the gateway's approval. */
    @Benchmark
    public Decision<Payment> paymentAuthorized(Blackhole hole) {
        Decided<Payment> calling =
                OrderStory.effect(OrderStory.PAYMENTS.decide(null, story.orderId(), story.authorize(), OrderStory.NOW));
        hole.consume(calling.messages());
        return OrderStory.PAYMENTS.decide(calling.state(), story.orderId(), story.answer(), OrderStory.NOW);
    }
}
