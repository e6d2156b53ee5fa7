package dev.orderbackbone.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;

class TransactionGateTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final TransactionGate gate = new TransactionGate(System::nanoTime);

    @Test
    void whatIsOpenEndsWhileNothingBegins() {
        gate.enter();
        gate.close("backup", LONG);
        CompletableFuture<Void> next = CompletableFuture.runAsync(gate::enter);

        assertThat(gate.openTransactions()).isEqualTo(1);
        gate.leave();
        assertThat(gate.openTransactions()).isZero();
        assertThat(next).isNotDone();
        assertThat(gate.isHeldBy("backup")).isTrue();

        gate.open("backup");
        next.join();
        assertThat(gate.openTransactions()).isEqualTo(1);
        assertThat(gate.isHeldBy("backup")).isFalse();
    }

    @Test
    void opensWhenTheLastHolderLetsGo() {
        gate.close("one", LONG);
        gate.close("two", LONG);
        CompletableFuture<Void> next = CompletableFuture.runAsync(gate::enter);

        gate.open("one");
        assertThat(next).isNotDone();
        assertThat(gate.isHeldBy("two")).isTrue();

        gate.open("two");
        next.join();
    }

    @Test
    void aHolderThatDiedIsNotWaitedForAndHasNotHeldIt() {
        AtomicLong now = new AtomicLong();
        TransactionGate timed = new TransactionGate(now::get);
        timed.close("dead", Duration.ofSeconds(10));
        now.addAndGet(Duration.ofSeconds(10).toNanos());

        timed.enter();

        assertThat(timed.openTransactions()).isEqualTo(1);
        assertThat(timed.isHeldBy("dead")).isFalse();
    }

    @Test
    void whoeverWaitsCanBeInterrupted() {
        gate.close("backup", LONG);
        Thread.currentThread().interrupt();

        assertThatThrownBy(gate::enter).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(gate.openTransactions()).isZero();
    }
}
