package dev.orderbackbone.orderevents.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderbackbone.contract.StockPools;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SagaSettingsTest {
    private static final StockPools POOLS = new StockPools(1);

    @Test
    void standardIsHalfAnHourToConfirmAndAMinuteAfterARelease() {
        assertThat(SagaSettings.STANDARD)
                .isEqualTo(new SagaSettings(Duration.ofMinutes(30), Duration.ofMinutes(1), POOLS));
    }

    @Test
    void refusesTimesThatAreNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SagaSettings(Duration.ZERO, Duration.ofMinutes(1), POOLS))
                .withMessage("confirm-within must be positive, but is PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SagaSettings(Duration.ofMinutes(1), Duration.ofMillis(-1), POOLS))
                .withMessage("release-grace must be positive, but is PT-0.001S");
    }
}
