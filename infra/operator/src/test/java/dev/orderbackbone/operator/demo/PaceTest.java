package dev.orderbackbone.operator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void letsThroughSoManyASecondEvenly() {
        Pace pace = new Pace(10, 0);

        assertThat(pace.delay(0)).isZero();
        assertThat(pace.delay(0)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.delay(Duration.ofMillis(150).toNanos())).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void whoWasLateCatchesUpWithASecondAtMost() {
        Pace pace = new Pace(10, 0);
        long late = Duration.ofSeconds(60).toNanos();

        for (int catchingUp = 0; catchingUp < 11; catchingUp++) {
            assertThat(pace.delay(late)).isZero();
        }
        assertThat(pace.delay(late)).isPositive();
    }

    @Test
    void withoutARateNothingWaits() {
        Pace pace = new Pace(0, 0);

        for (int one = 0; one < 1_000; one++) {
            assertThat(pace.delay(0)).isZero();
        }
    }
}
