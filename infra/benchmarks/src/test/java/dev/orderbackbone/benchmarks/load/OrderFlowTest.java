package dev.orderbackbone.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import dev.orderbackbone.testkit.Await;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class OrderFlowTest {
    private final Set<Integer> taken = ConcurrentHashMap.newKeySet();

    /** Does everything at once. */
    private class Shop implements Target {
        @Override
        public void begin(Phase phase) {}

        @Override
        public void submit(SampleOrder order, Phase phase) throws InterruptedException {
            taken.add(order.number());
            long now = System.nanoTime();
            phase.accepted(order.number(), now);
            phase.terminal(order.number(), now);
            phase.told(order.number(), now);
        }
    }

    @Test
    void sendsOneOrderAfterTheOtherUntilItIsStopped() throws InterruptedException {
        Segment sent;
        try (OrderFlow flow = OrderFlow.start(new Shop(), new MixedOrders(), 500, 1_000)) {
            Await.until(() -> assertThat(taken).hasSizeGreaterThan(20));
            sent = flow.stop();
        }

        assertThat(sent.first()).isEqualTo(500);
        assertThat(taken).hasSize(sent.count()).allMatch(sent::has);
    }

    @Test
    void stopsBeforeTheNextOrderIsDue() throws InterruptedException {
        try (OrderFlow flow = OrderFlow.start(new Shop(), new MixedOrders(), 0, 0.01)) {
            Await.until(() -> assertThat(taken).containsExactly(0));

            assertThat(flow.stop().count()).isOne();
        }
    }

    @Test
    void saysWhyAnOrderCouldNotBeSent() {
        Shop broken = new Shop() {
            @Override
            public void submit(SampleOrder order, Phase phase) {
                taken.add(order.number());
                throw new BenchFailure("no more");
            }
        };
        try (OrderFlow flow = OrderFlow.start(broken, new MixedOrders(), 0, 1_000)) {
            Await.until(() -> assertThat(taken).isNotEmpty());

            assertThatThrownBy(flow::stop).isInstanceOf(BenchFailure.class).hasMessage("no more");
        }
    }
}
