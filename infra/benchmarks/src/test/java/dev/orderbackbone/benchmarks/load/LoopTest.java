package dev.orderbackbone.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.benchmarks.workload.SampleOrder;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Does everything at once, unless a test makes it otherwise. */
    private static class Shop implements Target {
        final Set<Integer> taken = ConcurrentHashMap.newKeySet();
        final AtomicInteger underWay = new AtomicInteger();
        final AtomicInteger mostUnderWay = new AtomicInteger();

        @Override
        public void begin(Phase phase) {}

        @Override
        public void submit(SampleOrder order, Phase phase) throws InterruptedException {
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            work(order.number());
            taken.add(order.number());
            underWay.decrementAndGet();
            long now = System.nanoTime();
            phase.accepted(order.number(), now);
            phase.terminal(order.number(), now);
            phase.told(order.number(), now);
        }

        /** What taking an order takes. */
        void work(int number) throws InterruptedException {
            assertThat(number).isNotNegative();
        }
    }

    @Test
    void sendsEveryOrderOfTheSegmentAndNoOther() throws InterruptedException {
        Shop shop = new Shop();

        PhaseTimes times = loop(shop).closed(segment(1_000, 50), 8, 16).times();

        assertThat(shop.taken)
                .hasSize(50)
                .allSatisfy(number -> assertThat(number).isBetween(1_000, 1_049));
        assertThat(times.orders()).isEqualTo(50);
        assertThat(times.rate()).isPositive();
    }

    @Test
    void neverHasMoreOrdersOnTheirWayThanTheWindowAllows() throws InterruptedException {
        Shop slow = new Shop() {
            @Override
            void work(int number) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
        };

        loop(slow).closed(segment(0, 200), 32, 4);

        assertThat(slow.mostUnderWay).hasValueBetween(2, 4);
    }

    @Test
    void countsAStallAgainstAllOrdersThatWereDueMeanwhile() throws InterruptedException {
        Duration stall = Duration.ofMillis(500);
        Shop stalling = new Shop() {
            @Override
            void work(int number) {
                if (number == 0) {
                    LockSupport.parkNanos(stall.toNanos());
                }
            }
        };

        PhaseTimes times = loop(stalling).open(segment(0, 100), 200, 1).times();

        // All 100 were due within the stall: those in the middle were kept waiting for about half of it.
        assertThat(times.terminal().max()).isGreaterThanOrEqualTo((double) stall.toMillis());
        assertThat(times.terminal().p50()).isGreaterThan(stall.toMillis() / 4.0);
        assertThat(times.terminal().p50()).isGreaterThan(times.terminal().max() / 4);
    }

    @Test
    void sendsAtTheRateThatWasAskedFor() throws InterruptedException {
        PhaseTimes times = loop(new Shop()).open(segment(0, 100), 200, 16).times();

        // The last one is due 99 / 200 s after the first.
        assertThat(times.seconds()).isGreaterThanOrEqualTo(0.495);
    }

    @Test
    void endsWithTheReasonWhenAnOrderCannotBeSent() {
        Shop broken = new Shop() {
            @Override
            void work(int number) {
                throw new BenchFailure("no more");
            }
        };

        assertThatThrownBy(() -> loop(broken).open(segment(0, 10), 1_000, 4))
                .isInstanceOf(BenchFailure.class)
                .hasMessage("no more");
    }

    @Test
    void givesUpWhenNothingHappens() {
        CountDownLatch never = new CountDownLatch(1);
        Shop stuck = new Shop() {
            @Override
            void work(int number) throws InterruptedException {
                if (number == 3) {
                    never.await();
                }
            }
        };
        Loop impatient = new Loop(stuck, (done, all) -> {}, Duration.ofMillis(300));

        assertThatThrownBy(() -> impatient.closed(segment(0, 10), 2, 2))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("9 of 10 orders are done");
        never.countDown();
    }

    @Test
    void countsTheFirstTimeOnlyWhenSomethingIsToldTwice() {
        Phase phase = new Phase(segment(7, 1), 1);
        phase.due(7, 1_000_000);
        phase.accepted(7, 2_000_000);
        phase.told(7, 3_000_000);
        phase.told(7, 9_000_000);
        assertThat(phase.done()).isZero();

        phase.terminal(7, 5_000_000);

        assertThat(phase.done()).isOne();
        assertThat(phase.times().told().max()).isCloseTo(2, within(0.01));
        assertThat(phase.times().terminal().p50()).isCloseTo(4, within(0.01));
    }

    private static Loop loop(Target target) {
        return new Loop(target, (done, all) -> {}, PATIENCE);
    }

    private static Segment segment(int first, int count) {
        return new Segment(new MixedOrders(), first, count);
    }
}
