package dev.orderbackbone.payment.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final CircuitBreaker circuit = new CircuitBreaker(3);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void letsEverythingThroughUntilThereWereFailuresInARow() {
        fail(2);
        circuit.succeeded();
        fail(2);

        assertThat(circuit.isOpen()).isFalse();
        assertThat(circuit.pauseBefore(now)).isZero();
    }

    @Test
    void keepsCallsBackAfterFailuresInARow() {
        fail(3);

        assertThat(circuit.isOpen()).isTrue();
        assertThat(circuit.pauseBefore(now)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void letsOneCallThroughToSeeWhetherTheGatewayIsBack() {
        fail(3);
        now = now.plusMillis(500);

        assertThat(circuit.pauseBefore(now)).isZero();
        assertThat(circuit.pauseBefore(now)).isPositive();
    }

    @Test
    void looksEverMoreSlowly() {
        fail(3);
        Duration first = circuit.pauseBefore(now);
        fail(1);
        Duration second = circuit.pauseBefore(now);
        fail(20);

        assertThat(second).isEqualTo(first.multipliedBy(2));
        assertThat(circuit.pauseBefore(now)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void closesWithTheFirstAnswerAndStartsAnew() {
        fail(9);
        circuit.succeeded();

        assertThat(circuit.isOpen()).isFalse();
        assertThat(circuit.pauseBefore(now)).isZero();
        fail(3);
        assertThat(circuit.pauseBefore(now)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void needsAFailureToOpen() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitBreaker(0));
    }

    private void fail(int times) {
        for (int failure = 0; failure < times; failure++) {
            circuit.failed(now);
        }
    }
}
